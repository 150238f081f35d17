"""Who joins a child before getting what it put hangs, if that is large."""
# Expected: still running after 2 s.

from __future__ import annotations

import multiprocessing
from multiprocessing.queues import Queue


def work(size: int, results: Queue[bytes]) -> None:
    results.put(bytes(size))


def main() -> None:
    results: Queue[bytes] = multiprocessing.Queue()
    for size in (100, 1_000_000):
        child = multiprocessing.Process(target=work, args=(size, results))
        child.start()
        print(f"joining a child that put {size} bytes")
        child.join()
        print(f"received {len(results.get())} bytes")


if __name__ == "__main__":
    main()
