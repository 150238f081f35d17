"""Two processes add one in a managed dict: one is lost, unless locked."""

from __future__ import annotations

import multiprocessing
import os
import threading
from contextlib import AbstractContextManager, nullcontext, suppress
from multiprocessing.managers import DictProxy
from multiprocessing.synchronize import Barrier


def add_one(
    counts: DictProxy[str, int],
    lock: AbstractContextManager[object],
    barrier: Barrier,
) -> None:
    print(f"pid {os.getpid()} adds one")
    with lock:
        # What `counts["jobs"] += 1` does, with a barrier between its steps:
        # both processes read before either writes, unless one is kept out.
        seen = counts["jobs"]
        with suppress(threading.BrokenBarrierError):
            barrier.wait()
        counts["jobs"] = seen + 1


def in_two_processes(locked: bool) -> int:
    """Add one twice and return the total.

    >>> in_two_processes(locked=False)
    1
    >>> in_two_processes(locked=True)
    2
    """
    # Under the lock no other can come to it: give up after 0.3 seconds.
    barrier = multiprocessing.Barrier(2, timeout=0.3 if locked else None)
    with multiprocessing.Manager() as manager:
        counts = manager.dict(jobs=0)
        lock = manager.Lock() if locked else nullcontext()
        children = [
            multiprocessing.Process(
                target=add_one, args=(counts, lock, barrier)
            )
            for _ in range(2)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        return counts["jobs"]


def main() -> None:
    print(f"not locked: {in_two_processes(locked=False)}")
    print(f"locked: {in_two_processes(locked=True)}")


if __name__ == "__main__":
    main()
