"""Many tiny tasks, sent one by one and a thousand at a time."""
# Expected: ratio from 2 to 1000000.

import time
from concurrent.futures import ProcessPoolExecutor


def square(number: int) -> int:
    """Square a number.

    >>> square(7)
    49
    """
    return number**2


def main() -> None:
    seconds: dict[int, list[float]] = {1: [], 1000: []}
    with ProcessPoolExecutor(1) as executor:
        executor.submit(square, 0).result()
        for chunksize in [1, 1000] * 3:
            begun = time.perf_counter()
            squares = executor.map(square, range(1000), chunksize=chunksize)
            total = sum(squares)
            seconds[chunksize].append(time.perf_counter() - begun)
            print(f"chunksize={chunksize}: the sum is {total}")
    ratio = round(min(seconds[1]) / min(seconds[1000]))
    print(f"ratio {ratio}")


if __name__ == "__main__":
    main()
