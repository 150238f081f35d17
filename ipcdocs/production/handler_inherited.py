"""A handler that main sets before the start: which children have it."""

import multiprocessing
import signal
import sys
import time
from multiprocessing.connection import Connection
from types import FrameType


def leave(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


def work(end: Connection) -> None:
    end.send(signal.getsignal(signal.SIGTERM) is leave)
    while True:
        time.sleep(0.1)  # its work


def main() -> None:
    signal.signal(signal.SIGTERM, leave)
    here, there = multiprocessing.Pipe()
    child = multiprocessing.Process(target=work, args=(there,))
    child.start()
    print(f"the child has the handler: {here.recv()}")
    child.terminate()
    child.join()
    print(f"exit code of the child {child.exitcode}")


if __name__ == "__main__":
    main()
