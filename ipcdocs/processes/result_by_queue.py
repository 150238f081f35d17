"""Two children send a result each through a Queue: get first, then join."""

from __future__ import annotations

import multiprocessing
from multiprocessing.queues import Queue


def square(number: int, results: Queue[tuple[int, int]]) -> None:
    results.put((number, number**2))


def squares(numbers: list[int]) -> dict[int, int]:
    """Square each number in a process of its own.

    >>> squares([9])
    {9: 81}
    """
    results: Queue[tuple[int, int]] = multiprocessing.Queue()
    children = [
        multiprocessing.Process(target=square, args=(number, results))
        for number in numbers
    ]
    for child in children:
        child.start()
    found = dict(results.get() for _ in children)
    for child in children:
        child.join()
    return {number: found[number] for number in numbers}


def main() -> None:
    print(f"squares: {squares([12, 13])}")


if __name__ == "__main__":
    main()
