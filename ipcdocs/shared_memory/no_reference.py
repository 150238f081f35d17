"""What is made inside args= is gone before a late child can unpickle it."""
# Expected: stderr.

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized


class Pause:
    """Makes a child late: unpickling it waits for the parent."""

    def __init__(self) -> None:
        self.reader, self.writer = multiprocessing.Pipe(duplex=False)

    def __setstate__(self, state: dict[str, Connection]) -> None:
        print(f"late: {state['reader'].recv()}")


def number() -> Synchronized[int]:
    return multiprocessing.Value("i", 0)


def receive(pause: Pause, shared: object) -> None:
    print(f"got a {type(shared).__name__}")


def exit_code(make: Callable[[], object]) -> int | None:
    pause = Pause()
    child = multiprocessing.Process(target=receive, args=(pause, make()))
    child.start()
    # From here on nothing in the parent refers to the object.
    pause.writer.send("it is gone")
    child.join()
    return child.exitcode


def main() -> None:
    for make in (multiprocessing.Lock, multiprocessing.Queue, number):
        print(f"{make.__name__}: exit code {exit_code(make)}")


if __name__ == "__main__":
    main()
