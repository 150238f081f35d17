"""The holder of a lock raises: `with` releases it, `acquire()` does not."""
# Expected: stderr.

import multiprocessing
from multiprocessing.synchronize import Lock


def by_with(lock: Lock) -> None:
    with lock:
        print(f"{1 / 0}")


def by_acquire(lock: Lock) -> None:
    lock.acquire()
    print(f"{1 / 0}")
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
