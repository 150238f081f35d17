"""A Pool that takes its input in batches, each when the last is done."""

import multiprocessing
from collections.abc import Iterator
from itertools import islice


def numbers() -> Iterator[int]:
    for number in range(1, 6):
        print(f"taken: {number}")
        yield number


def square(number: int) -> int:
    return number**2


def main() -> None:
    rest = numbers()
    with multiprocessing.Pool(2) as pool:
        while batch := list(islice(rest, 2)):
            print(f"squares: {pool.map(square, batch)}")


if __name__ == "__main__":
    main()
