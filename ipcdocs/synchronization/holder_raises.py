"""The holder of a lock raises: `with` releases it, `acquire()` does not."""
# Expected: stderr.

import multiprocessing
from multiprocessing.synchronize import Lock


def fail(lock: Lock) -> None:
    print(f"child: the lock is free: {lock.acquire(block=False)}")
    print(f"child: {1 / 0}")


def by_with(lock: Lock) -> None:
    with lock:
        fail(lock)


def by_acquire(lock: Lock) -> None:
    lock.acquire()
    fail(lock)
    lock.release()


def main() -> None:
    for work in (by_with, by_acquire):
        lock = multiprocessing.Lock()
        child = multiprocessing.Process(target=work, args=(lock,))
        child.start()
        child.join()
        free = lock.acquire(block=False)
        print(f"{work.__name__}: exit code {child.exitcode}, free: {free}")


if __name__ == "__main__":
    main()
