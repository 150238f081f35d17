"""A worker of a ProcessPoolExecutor is no daemon, and may start its own."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def square(number: int) -> int:
    return number**2


def total(size: int) -> tuple[int, bool]:
    with ProcessPoolExecutor(2) as executor:
        squares = sum(executor.map(square, range(size)))
    return squares, multiprocessing.current_process().daemon


def main() -> None:
    with ProcessPoolExecutor(2) as executor:
        for squares, daemon in executor.map(total, [3, 4]):
            print(f"total {squares}, the worker is a daemon: {daemon}")


if __name__ == "__main__":
    main()
