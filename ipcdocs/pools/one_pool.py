"""One executor for both levels of tasks: a result says where it belongs."""

from concurrent.futures import ProcessPoolExecutor


def square(size: int, number: int) -> tuple[int, int]:
    return size, number**2


def totals(sizes: list[int]) -> dict[int, int]:
    """Sum the squares of the numbers below each size, all in one executor.

    >>> totals([2, 5])
    {2: 1, 5: 30}
    """
    sums = dict.fromkeys(sizes, 0)
    with ProcessPoolExecutor(2) as executor:
        tasks = [
            executor.submit(square, size, number)
            for size in sums
            for number in range(size)
        ]
        for task in tasks:
            size, squared = task.result()
            sums[size] += squared
    return sums


def main() -> None:
    print(f"totals: {totals([3, 4])}")


if __name__ == "__main__":
    main()
