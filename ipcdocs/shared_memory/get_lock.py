"""Two processes add one to a Value: an update is lost, unless it is locked."""

from __future__ import annotations

import multiprocessing
import os
import threading
from contextlib import nullcontext, suppress
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Barrier


def add_one(total: Synchronized[int], barrier: Barrier, locked: bool) -> None:
    print(f"pid {os.getpid()} adds one")
    lock = total.get_lock() if locked else nullcontext()
    with lock:
        # What `total.value += 1` does, with a barrier between its two steps:
        # both processes read before either writes, unless one is kept out.
        seen = total.value
        with suppress(threading.BrokenBarrierError):
            barrier.wait()
        total.value = seen + 1


def in_two_processes(locked: bool) -> int:
    """Add one twice and return the total.

    >>> in_two_processes(locked=False)
    1
    >>> in_two_processes(locked=True)
    2
    """
    total = multiprocessing.Value("q", 0)
    # Under the lock no other can come to it: give up after 0.3 seconds.
    barrier = multiprocessing.Barrier(2, timeout=0.3 if locked else None)
    children = [
        multiprocessing.Process(target=add_one, args=(total, barrier, locked))
        for _ in range(2)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return total.value


def main() -> None:
    print(f"not locked: {in_two_processes(locked=False)}")
    print(f"locked: {in_two_processes(locked=True)}")


if __name__ == "__main__":
    main()
