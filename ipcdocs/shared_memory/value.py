"""A number in shared memory: the child changes it, and main sees it."""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing.sharedctypes import Synchronized


def show(number: Synchronized[float]) -> None:
    print(f"pid {os.getpid()}  value {number.value}  id {id(number)}")


def change(number: Synchronized[float]) -> None:
    show(number)
    number.value = 10.78
    show(number)


def share_number(number: Synchronized[float]) -> float:
    """Let a child change a number, and return what it is then.

    >>> share_number(multiprocessing.Value("d", 10))
    10.78
    """
    child = multiprocessing.Process(target=change, args=(number,))
    child.start()
    child.join()
    return number.value


def main() -> None:
    number = multiprocessing.Value("d", 10)
    show(number)
    share_number(number)
    show(number)


if __name__ == "__main__":
    main()
