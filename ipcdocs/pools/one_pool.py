"""One Pool takes the tasks of both levels: the lists are joined and parted."""

import multiprocessing
from itertools import groupby
from operator import itemgetter


def square(size: int, number: int) -> tuple[int, int]:
    return size, number**2


def totals(sizes: list[int]) -> dict[int, int]:
    """Sum the squares below each size, all of them in one Pool.

    >>> totals([2, 5])
    {2: 1, 5: 30}
    """
    tasks = [(size, number) for size in sizes for number in range(size)]
    with multiprocessing.Pool(2) as pool:
        squares = pool.starmap(square, tasks)  # in the order of the tasks
    return {
        size: sum(number for _size, number in group)
        for size, group in groupby(squares, itemgetter(0))
    }


def main() -> None:
    print(f"totals: {totals([3, 4])}")


if __name__ == "__main__":
    main()
