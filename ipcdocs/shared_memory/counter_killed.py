"""A child is killed while it holds the lock: the others wait for ever."""
# Expected: still running after 2 s.

from __future__ import annotations

import multiprocessing
import time
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Event


def hold(total: Synchronized[int], holding: Event) -> None:
    with total.get_lock():
        total.value += 1
        holding.set()
        time.sleep(60)  # killed here


def main() -> None:
    total = multiprocessing.Value("q", 0)
    holding = multiprocessing.Event()
    child = multiprocessing.Process(target=hold, args=(total, holding))
    child.start()
    holding.wait()
    child.kill()
    child.join()
    print(f"exit code {child.exitcode}")
    lock = total.get_lock()
    print(f"lock taken within 0.5 s: {lock.acquire(timeout=0.5)}")
    print(f"without the lock: {total.get_obj().value}")
    print(f"value: {total.value}")  # waits for the lock


if __name__ == "__main__":
    main()
