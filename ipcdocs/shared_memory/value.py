"""A number in shared memory: the child changes it, and main sees it."""

import multiprocessing
import os
from multiprocessing.sharedctypes import Synchronized


def show(number: "Synchronized[float]") -> None:
    print(f"pid {os.getpid()}  value {number.value}  id {id(number)}")


def change(number: "Synchronized[float]") -> None:
    show(number)
    number.value = 10.78
    show(number)


def share_number() -> float:
    """Let a child change a number, and return what it is then.

    >>> share_number()
    10.78
    """
    number = multiprocessing.Value("d", 10)
    show(number)
    child = multiprocessing.Process(target=change, args=(number,))
    child.start()
    child.join()
    show(number)
    return number.value


def main() -> None:
    share_number()


if __name__ == "__main__":
    main()
