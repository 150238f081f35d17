"""Two threads that compute, without and with an interpreter each."""
# Expected: Python 3.14 or later, shared from 0 to 110, own from 0 to 200.

import concurrent.futures
import time


def count_primes(limit: int) -> tuple[int, float]:
    """Count the primes below the limit, and the processor time it takes.

    >>> count_primes(100)[0]
    25
    """
    begun = time.thread_time()
    primes = sum(
        all(number % divisor for divisor in range(2, int(number**0.5) + 1))
        for number in range(2, limit)
    )
    return primes, time.thread_time() - begun


def measure(name: str, executor: concurrent.futures.Executor) -> None:
    executor.submit(abs, 0).result()
    begun = time.perf_counter()
    counts = list(executor.map(count_primes, [40_000, 40_000]))
    elapsed = time.perf_counter() - begun
    percent = round(100 * sum(seconds for _, seconds in counts) / elapsed)
    primes = [count for count, _ in counts]
    print(f"{primes}: {name} {percent} % of one processor")


def main() -> None:
    with concurrent.futures.ThreadPoolExecutor(2) as executor:
        measure("shared", executor)
    with concurrent.futures.InterpreterPoolExecutor(2) as executor:
        measure("own", executor)


if __name__ == "__main__":
    main()
