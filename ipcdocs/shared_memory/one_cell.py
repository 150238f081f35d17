"""Two numbers that the parent does not keep lie in the same shared memory."""

from __future__ import annotations

import multiprocessing
from ctypes import c_int
from multiprocessing.synchronize import Barrier


def work(name: str, number: c_int, barrier: Barrier) -> None:
    barrier.wait()  # both have started
    if name == "first":
        number.value = 7
    barrier.wait()  # the first has written
    print(f"{name} has {number.value}")


def in_two_processes(keep: bool) -> None:
    barrier = multiprocessing.Barrier(2)
    children, numbers = [], []
    for name in ("first", "second"):
        number = multiprocessing.RawValue("i", 0)
        child = multiprocessing.Process(
            target=work, args=(name, number, barrier)
        )
        child.start()
        children.append(child)
        if keep:
            numbers.append(number)
        del number
    for child in children:
        child.join()


def main() -> None:
    print("not kept")
    in_two_processes(keep=False)
    print("kept")
    in_two_processes(keep=True)


if __name__ == "__main__":
    main()
