"""One Pool for the tasks of both levels: a result says where it belongs."""

import multiprocessing


def square(size: int, number: int) -> tuple[int, int]:
    return size, number**2


def totals(sizes: list[int]) -> dict[int, int]:
    """Sum the squares of the numbers below each size, all in one Pool.

    >>> totals([2, 5])
    {2: 1, 5: 30}
    """
    sums = dict.fromkeys(sizes, 0)
    tasks = [(size, number) for size in sums for number in range(size)]
    with multiprocessing.Pool(2) as pool:
        for size, squared in pool.starmap(square, tasks):
            sums[size] += squared
    return sums


def main() -> None:
    print(f"totals: {totals([3, 4])}")


if __name__ == "__main__":
    main()
