"""What locks and semaphores refuse, and what a plain Semaphore lets pass."""

import multiprocessing
from collections.abc import Callable


def attempt(
    what: str, call: Callable[..., object], **arguments: bool
) -> None:
    try:
        print(f"{what}: {call(**arguments)}")
    except (AssertionError, TypeError, ValueError) as error:
        print(f"{what}: {type(error).__name__}: {error}")


def main() -> None:
    lock = multiprocessing.Lock()
    attempt("Lock", lock.release)
    attempt("RLock", multiprocessing.RLock().release)
    attempt("BoundedSemaphore", multiprocessing.BoundedSemaphore(1).release)
    slots = multiprocessing.Semaphore(1)
    attempt("Semaphore", slots.release)
    taken = [slots.acquire(block=False) for _ in range(3)]
    print(f"Semaphore, acquired three times: {taken}")
    attempt("blocking=False", lock.acquire, blocking=False)


if __name__ == "__main__":
    main()
