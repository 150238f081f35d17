"""A child answers by a pipe until main closes it; a killed one is noticed."""

import multiprocessing
import signal
from contextlib import suppress
from multiprocessing.connection import Connection


def work(end: Connection, other: Connection) -> None:
    other.close()  # under fork the child has this end of main, too
    with end, suppress(EOFError, ConnectionError):
        while True:
            number = end.recv()
            if number == 13:  # as if the system had killed this process
                signal.raise_signal(signal.SIGTERM)
            try:
                end.send(1 / number)
            except ZeroDivisionError as error:
                end.send(repr(error))


def main() -> None:
    for numbers in ((4, 0, 2), (5, 13, 8)):
        here, there = multiprocessing.Pipe()
        child = multiprocessing.Process(target=work, args=(there, here))
        child.start()
        there.close()  # now the child alone has it
        with here:
            try:
                for number in numbers:
                    here.send(number)
                    print(f"1 / {number}: {here.recv()}")
            except (EOFError, OSError):
                print(f"1 / {number}: no answer")
        child.join()
        print(f"exit code {child.exitcode}")


if __name__ == "__main__":
    main()
