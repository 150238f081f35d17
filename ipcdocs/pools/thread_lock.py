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


def work(name: str) -> str:
    with lock:
        both.wait(timeout=20)  # goes on when two tasks are here
        return f"{name} held the lock"


def main() -> None:
    barrier = multiprocessing.Barrier(2)
    with ProcessPoolExecutor(
        2, initializer=receive, initargs=(barrier,)
    ) as executor:
        print(f"at the same time: {list(executor.map(work, ['a', 'b']))}")


if __name__ == "__main__":
    main()
