"""Threads share a global: an update lost for certain, and saved by a lock."""

import threading
from contextlib import AbstractContextManager, nullcontext, suppress

numbers = [27017]
total = 0


def add_one(
    lock: AbstractContextManager[object], barrier: threading.Barrier
) -> None:
    global total
    with lock:
        seen = total
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
    thread = threading.Thread(target=numbers.append, args=(0,))
    thread.start()
    thread.join()
    print(f"numbers {numbers}")
    print(f"not locked: {in_two_threads(nullcontext(), timeout=None)}")
    print(f"locked: {in_two_threads(threading.Lock(), timeout=0.3)}")


if __name__ == "__main__":
    main()
