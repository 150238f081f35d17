"""A pipe for each child: one that ends without a result is noticed at once."""

import multiprocessing
import os
import signal
from multiprocessing.connection import Connection


def inverse(number: int) -> float:
    """Divide 1 by a number.

    >>> inverse(4)
    0.25
    """
    if number == 13:  # as if the system had killed this process
        os.kill(os.getpid(), signal.SIGTERM)
    return 1 / number


def send_inverse(number: int, sender: Connection) -> None:
    with sender:
        try:
            sender.send(inverse(number))
        except Exception as error:
            sender.send(repr(error))


def main() -> None:
    started = []
    for number in (4, 0, 13):
        receiver, sender = multiprocessing.Pipe(duplex=False)
        child = multiprocessing.Process(
            target=send_inverse, args=(number, sender), daemon=True
        )
        child.start()
        sender.close()  # now the child alone can send, and ends the pipe
        started.append((number, child, receiver))
    for number, child, receiver in started:
        with receiver:
            try:
                print(f"{number}: {receiver.recv()}")
            except (EOFError, OSError):
                child.join()
                print(f"{number}: nothing, exit code {child.exitcode}")
        child.join()


if __name__ == "__main__":
    main()
