"""Threads share globals: an update lost for certain, and saved by a lock."""

import threading
from contextlib import AbstractContextManager, nullcontext, suppress

total = 0
read: list[int] = []


def add_one(
    lock: AbstractContextManager[object], barrier: threading.Barrier
) -> None:
    global total
    with lock:
        seen = total
        read.append(seen)
        # Both threads read before either writes, unless one is kept out.
        with suppress(threading.BrokenBarrierError):
            barrier.wait()
        total = seen + 1


def in_two_threads(
    lock: AbstractContextManager[object], timeout: float | None
) -> int:
    """Add one twice; a thread waits `timeout` seconds for the other.

    >>> in_two_threads(nullcontext(), timeout=None)
    1
    >>> in_two_threads(threading.Lock(), timeout=0.3)
    2
    """
    global total
    total = 0
    read.clear()
    barrier = threading.Barrier(2, timeout=timeout)
    threads = [
        threading.Thread(target=add_one, args=(lock, barrier))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return total


def main() -> None:
    without = in_two_threads(nullcontext(), timeout=None)
    print(f"not locked: total {without}, the threads read {read}")
    locked = in_two_threads(threading.Lock(), timeout=0.3)
    print(f"locked: total {locked}, the threads read {read}")


if __name__ == "__main__":
    main()
