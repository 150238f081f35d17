"""With buffersize=, from Python 3.14 on, map() takes a few items at a time."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any


class Numbers:
    """Numbers that are made one by one, and counted."""

    def __init__(self) -> None:
        self.taken = 0

    def __iter__(self) -> Iterator[int]:
        while self.taken < 100:
            self.taken += 1
            yield self.taken


def show(executor: ProcessPoolExecutor, **options: Any) -> None:
    numbers = Numbers()
    results = executor.map(abs, numbers, **options)
    print(f"{options}: {numbers.taken} taken")
    for _ in range(2):
        print(f"{options}: result {next(results)}, {numbers.taken} taken")
    print(f"{options}: {len(list(results))} more")


def main() -> None:
    with ProcessPoolExecutor(2) as executor:
        try:
            show(executor, buffersize=4)
            show(executor, buffersize=4, chunksize=10)
        except TypeError as error:
            print(f"TypeError: {error}")


if __name__ == "__main__":
    main()
