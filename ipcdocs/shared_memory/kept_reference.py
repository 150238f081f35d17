"""A Lock that has a name until all who were given it have ended."""

from __future__ import annotations

import multiprocessing
from multiprocessing.synchronize import Lock


def greet(lock: Lock, number: int) -> None:
    with lock:
        print(f"hello from {number}")


def main() -> None:
    lock = multiprocessing.Lock()
    children = [
        multiprocessing.Process(target=greet, args=(lock, number))
        for number in range(3)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(f"exit codes {[child.exitcode for child in children]}")


if __name__ == "__main__":
    main()
