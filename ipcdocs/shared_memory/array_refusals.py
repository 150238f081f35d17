"""What an Array takes, and what it refuses, with which error."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.sharedctypes import SynchronizedArray


def set_an_item(numbers: SynchronizedArray[int]) -> None:
    numbers[0] = 9


def append_item(numbers: SynchronizedArray[int]) -> None:
    numbers.append(4)


def set_beyond_the_end(numbers: SynchronizedArray[int]) -> None:
    numbers[3] = 4


def set_a_float(numbers: SynchronizedArray[int]) -> None:
    numbers[0] = 1.5


def set_a_longer_slice(numbers: SynchronizedArray[int]) -> None:
    numbers[:] = [1, 2, 3, 4]


def refusal(attempt: Callable[[SynchronizedArray[int]], None]) -> str:
    """Try something on an Array of three integers, and return the error.

    >>> refusal(set_beyond_the_end)
    'IndexError: invalid index'
    """
    numbers = multiprocessing.Array("i", [1, 2, 3])
    try:
        attempt(numbers)
    except (AttributeError, IndexError, TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    return f"accepted: {numbers[:]}"


def main() -> None:
    for attempt in (
        set_an_item,
        append_item,
        set_beyond_the_end,
        set_a_float,
        set_a_longer_slice,
    ):
        print(f"{attempt.__name__}: {refusal(attempt)}")


if __name__ == "__main__":
    main()
