"""Small tasks, sent one by one and a thousand at a time."""
# Expected: one from 3 to 9999.

import time
from concurrent.futures import ProcessPoolExecutor


def square(number: int) -> int:
    return number * number


def cost(executor: ProcessPoolExecutor, chunksize: int) -> float:
    """Return the processor time of this process, in seconds."""
    begun = time.process_time()
    squares = executor.map(square, range(5000), chunksize=chunksize)
    total = sum(squares)
    print(f"chunksize {chunksize}: total {total}")
    return time.process_time() - begun


def main() -> None:
    with ProcessPoolExecutor(2) as executor:
        executor.submit(square, 1).result()
        single, chunks = cost(executor, 1), cost(executor, 1000)
    print(f"one by one {single / chunks:.0f} times as much")


if __name__ == "__main__":
    main()
