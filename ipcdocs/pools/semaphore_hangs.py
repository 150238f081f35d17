"""A semaphore that holds the input back, and a task that fails."""
# Expected: still running after 2 s.

import multiprocessing
import threading
from collections.abc import Iterator

places = threading.Semaphore(2)
full = threading.Event()


def numbers() -> Iterator[int]:
    for number in (0, 1, 2):
        if not places.acquire(blocking=False):
            print(f"{number} waits for a place")
            full.set()
            places.acquire()
        print(f"taken: {number}")
        yield number


def divide(number: int) -> float:
    return 1 / number


def main() -> None:
    with multiprocessing.Pool(1) as pool:
        results = pool.imap(divide, numbers())
        full.wait()
        try:
            for result in results:
                print(f"result: {result}")
                places.release()
        finally:
            print("the loop has ended")
    print("the pool has ended")


if __name__ == "__main__":
    main()
