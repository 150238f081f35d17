"""Four processes count in a managed dict, under a lock: nothing is lost."""

from __future__ import annotations

import multiprocessing
import threading
from multiprocessing.managers import DictProxy


def count(counts: DictProxy[str, int], lock: threading.Lock) -> None:
    for _ in range(100):
        with lock:
            counts["jobs"] += 1


def main() -> None:
    with multiprocessing.Manager() as manager:
        counts = manager.dict(jobs=0)
        lock = manager.Lock()
        children = [
            multiprocessing.Process(target=count, args=(counts, lock))
            for _ in range(4)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print(f"jobs: {counts['jobs']}")


if __name__ == "__main__":
    main()
