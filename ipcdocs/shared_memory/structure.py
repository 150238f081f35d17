"""A C structure in shared memory, and an array of them."""

from __future__ import annotations

import multiprocessing
from ctypes import Structure, c_double, c_int
from multiprocessing.sharedctypes import SynchronizedArray
from typing import Any


class Reading(Structure):
    _fields_ = (("celsius", c_double), ("count", c_int))


def measure(last: Any, history: SynchronizedArray[Reading]) -> None:
    with last.get_lock():
        last.celsius += 1.5
        last.count += 1
    last.unit = "K"  # no field: no error, and not shared
    print(f"unit {last.unit}")
    with history.get_lock():
        history[1].celsius += 1.5


def main() -> None:
    last: Any = multiprocessing.Value(Reading, 20.0, 3)
    history = multiprocessing.Array(Reading, [(20.0, 1), (20.0, 2)])
    child = multiprocessing.Process(target=measure, args=(last, history))
    child.start()
    child.join()
    print(f"last {last.celsius}, count {last.count}")
    print(f"history {[(each.celsius, each.count) for each in history]}")
    print(f"has a unit: {hasattr(last, 'unit')}")


if __name__ == "__main__":
    main()
