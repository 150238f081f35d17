"""A lock keeps readers out too, but not those who go around it."""

from __future__ import annotations

import multiprocessing
import time
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Barrier


def look(total: Synchronized[int], barrier: Barrier) -> None:
    barrier.wait()  # the parent is halfway, and holds the lock
    print(f"get_obj().value is {total.get_obj().value}")
    barrier.wait()
    print(f"value is {total.value}")


def main() -> None:
    total = multiprocessing.Value("q", 0)
    barrier = multiprocessing.Barrier(2)
    child = multiprocessing.Process(target=look, args=(total, barrier))
    child.start()
    with total.get_lock():
        total.value += 1
        barrier.wait()
        barrier.wait()  # the child has looked
        time.sleep(0.2)  # it now waits for the lock
        total.value += 1
    child.join()


if __name__ == "__main__":
    main()
