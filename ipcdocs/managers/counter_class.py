"""A counter in a manager: the server runs its method in two threads."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from contextlib import nullcontext, suppress
from multiprocessing.managers import BaseManager


class Counter:
    def __init__(self, locked: bool) -> None:
        self._total = 0
        self._lock = threading.Lock() if locked else nullcontext()
        self._barrier = threading.Barrier(2, timeout=0.3 if locked else None)

    def add_one(self) -> None:
        """Read and write, with a barrier in between: unlocked, both read 0."""
        with self._lock:
            seen = self._total
            with suppress(threading.BrokenBarrierError):
                self._barrier.wait()
            self._total = seen + 1

    def total(self) -> int:
        return self._total


class CounterManager(BaseManager):
    counter: Callable[[bool], Counter]  # made by register()


CounterManager.register("counter", Counter)


def add_one(counter: Counter) -> None:
    print(f"pid {os.getpid()} adds one")
    counter.add_one()


def main() -> None:
    with CounterManager() as manager:
        for locked in (False, True):
            counter = manager.counter(locked)
            children = [
                multiprocessing.Process(target=add_one, args=(counter,))
                for _ in range(2)
            ]
            for child in children:
                child.start()
            for child in children:
                child.join()
            print(f"lock in the class: {locked}, total: {counter.total()}")


if __name__ == "__main__":
    main()
