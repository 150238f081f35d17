"""Each worker has a threading.Lock of its own: two tasks hold it at once."""

import multiprocessing
import threading
from concurrent.futures import ProcessPoolExecutor
from typing import Any

lock = threading.Lock()
both: Any = None


def receive(barrier: Any) -> None:
    global both
    both = barrier


def work(_number: int) -> tuple[bool, int]:
    with lock:
        place = both.wait(timeout=20)  # goes on when two tasks are here
        return lock.locked(), place


def main() -> None:
    barrier = multiprocessing.Barrier(2)
    with ProcessPoolExecutor(
        2, initializer=receive, initargs=(barrier,)
    ) as executor:
        held, places = zip(*executor.map(work, range(2)), strict=True)
        print(f"at the barrier: {sorted(places)}, holding the lock: {held}")


if __name__ == "__main__":
    main()
