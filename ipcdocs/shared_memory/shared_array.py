"""An array in shared memory: the child changes an item, and main sees it."""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing.sharedctypes import SynchronizedArray


def show(numbers: SynchronizedArray[int]) -> None:
    print(f"pid {os.getpid()}  numbers {numbers[:]}  id {id(numbers)}")


def change(numbers: SynchronizedArray[int]) -> None:
    show(numbers)
    numbers[2] = -110
    show(numbers)


def share_array(numbers: SynchronizedArray[int]) -> list[int]:
    """Let a child change an item, and return all items as they are then.

    >>> share_array(multiprocessing.Array("i", [1, 2, 3]))
    [1, 2, -110]
    """
    child = multiprocessing.Process(target=change, args=(numbers,))
    child.start()
    child.join()
    return numbers[:]


def main() -> None:
    numbers = multiprocessing.Array("i", [1, 2, 3, 4, 5, 6])
    show(numbers)
    share_array(numbers)
    show(numbers)


if __name__ == "__main__":
    main()
