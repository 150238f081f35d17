"""The holder is killed: the lock stays taken, and a limit ends the waiting."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def held(lock: Any, seconds: float) -> Iterator[None]:
    if not lock.acquire(timeout=seconds):
        raise TimeoutError(f"no lock within {seconds} s")
    try:
        yield
    finally:
        lock.release()


def work(lock: Any) -> None:
    with held(lock, 20):
        os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    with multiprocessing.Manager() as manager:
        for name, lock in {
            "Lock": multiprocessing.Lock(),
            "BoundedSemaphore": multiprocessing.BoundedSemaphore(1),
            "Lock of a manager": manager.Lock(),
        }.items():
            with held(lock, 20):
                print(f"{name}: taken, and given back")
            child = multiprocessing.Process(target=work, args=(lock,))
            child.start()
            child.join()
            print(f"{name}: exit code {child.exitcode}")
            try:
                with held(lock, 0.2):
                    print(f"{name}: free")
            except TimeoutError as error:
                print(f"{name}: {error}")


if __name__ == "__main__":
    main()
