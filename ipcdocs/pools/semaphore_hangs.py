"""A semaphore that holds the input back, and a task that fails."""
# Expected: still running after 2 s.

import multiprocessing
import threading
from collections.abc import Iterator

places = threading.Semaphore(2)
full = threading.Event()


def numbers() -> Iterator[int]:
    for number in (1, 0, 2, 4, 5):
        if number == 4:
            full.set()
        places.acquire()
        yield number


def divide(number: int) -> float:
    return 1 / number


def main() -> None:
    with multiprocessing.Pool(1) as pool:
        for result in pool.imap(divide, numbers()):
            print(f"result: {result}")
            places.release()
            # Until the input waits for a place again.
            full.wait()


if __name__ == "__main__":
    main()
