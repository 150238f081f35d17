"""With a chunksize, imap() of a Pool gives nothing after the first error."""

import multiprocessing
from collections.abc import Iterator

WORDS = ["1", "two", "3", "4"]


def show(size: int, numbers: Iterator[int]) -> None:
    for _word in WORDS:
        try:
            print(f"chunksize {size}: {next(numbers, 'no more')}")
        except ValueError as error:
            print(f"chunksize {size}: {error}")


def main() -> None:
    with multiprocessing.Pool(2) as pool:
        show(1, pool.imap(int, WORDS))
        show(2, pool.imap(int, WORDS, chunksize=2))


if __name__ == "__main__":
    main()
