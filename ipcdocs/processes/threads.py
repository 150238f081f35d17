"""Threads share a global: an update lost for certain, and saved by a lock."""

import contextlib
import threading

numbers = [27017]
total = 0


def add_one(
    guard: contextlib.AbstractContextManager[object],
    meeting: threading.Barrier,
) -> None:
    global total
    with guard:
        seen = total
        # Both threads read before either writes, unless one is kept out.
        with contextlib.suppress(threading.BrokenBarrierError):
            meeting.wait()
        total = seen + 1


def in_two_threads(
    guard: contextlib.AbstractContextManager[object],
    patience: float | None,
) -> int:
    """Add one twice; each thread waits so many seconds for the other.

    >>> in_two_threads(contextlib.nullcontext(), None)
    1
    >>> in_two_threads(threading.Lock(), 0.3)
    2
    """
    global total
    total = 0
    meeting = threading.Barrier(2, timeout=patience)
    threads = [
        threading.Thread(target=add_one, args=(guard, meeting))
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
    print(f"no lock: {in_two_threads(contextlib.nullcontext(), None)}")
    print(f"a lock: {in_two_threads(threading.Lock(), patience=0.3)}")


if __name__ == "__main__":
    main()
