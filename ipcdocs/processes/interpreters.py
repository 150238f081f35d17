"""Workers that are threads, each with an interpreter of its own."""
# Expected: Python 3.14 or later, workers from 0 to 200.

import os
import time
from concurrent.futures import InterpreterPoolExecutor


def count_primes(limit: int) -> tuple[int, int, float]:
    """Return the process ID, the primes below the limit, and the time."""
    begun = time.thread_time()
    primes = sum(
        all(number % divisor for divisor in range(2, int(number**0.5) + 1))
        for number in range(2, limit)
    )
    return os.getpid(), primes, time.thread_time() - begun


def main() -> None:
    with InterpreterPoolExecutor(2) as executor:
        list(executor.map(count_primes, [10, 10]))
        begun = time.perf_counter()
        done = list(executor.map(count_primes, [40_000, 40_000]))
        elapsed = time.perf_counter() - begun
    here = all(pid == os.getpid() for pid, _, _ in done)
    percent = round(100 * sum(seconds for _, _, seconds in done) / elapsed)
    print(f"primes: {[primes for _, primes, _ in done]}")
    print(f"in this process: {here}")
    print(f"both workers {percent} % of one processor")


if __name__ == "__main__":
    main()
