"""An exception under the lock: the lock is released, the next one counts."""
# Expected: stderr.

from __future__ import annotations

import multiprocessing
from multiprocessing.sharedctypes import Synchronized


def count(total: Synchronized[int], parts: int) -> None:
    with total.get_lock():
        total.value += 1
        total.value += round(10 / parts)


def main() -> None:
    total = multiprocessing.Value("q", 0)
    for parts in (0, 1):
        child = multiprocessing.Process(target=count, args=(total, parts))
        child.start()
        child.join()
        print(f"exit code {child.exitcode}, total {total.value}")


if __name__ == "__main__":
    main()
