"""Main keeps its copy of the sending end: the pipe never comes to its end."""
# Expected: still running after 2 s.

import multiprocessing
from multiprocessing.connection import Connection


def work(sender: Connection) -> None:
    with sender:
        sender.send("only message")


def main() -> None:
    receiver, sender = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.Process(target=work, args=(sender,))
    child.start()
    try:
        while True:
            print(f"received: {receiver.recv()}")
    except EOFError:
        print("end of the pipe")


if __name__ == "__main__":
    main()
