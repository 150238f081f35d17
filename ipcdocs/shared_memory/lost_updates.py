"""Two processes add to a Value without its lock: how much is lost varies."""
# Expected: total from 2 to 199999.

from __future__ import annotations

import multiprocessing
import os
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Barrier

TIMES = 100_000


def add(total: Synchronized[int], barrier: Barrier) -> None:
    for turn in range(TIMES):
        seen = total.value
        if turn == 0:
            print(f"pid {os.getpid()} reads {seen}")
            barrier.wait()  # both have read 0: one update is lost for certain
        total.value = seen + 1


def main() -> None:
    total = multiprocessing.Value("q", 0)
    barrier = multiprocessing.Barrier(2)
    children = [
        multiprocessing.Process(target=add, args=(total, barrier))
        for _ in range(2)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(f"total {total.value} after {2 * TIMES} updates")


if __name__ == "__main__":
    main()
