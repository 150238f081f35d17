"""What counts as a task when workers are replaced: a chunk is one."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor


def worker(_: int) -> int:
    return os.getpid()


def by_worker(pids: list[int]) -> list[int]:
    """Return how many of the numbers each worker has had.

    >>> by_worker([7, 7, 9])
    [2, 1]
    """
    return [pids.count(pid) for pid in dict.fromkeys(pids)]


def main() -> None:
    for chunksize in (1, 3):
        with multiprocessing.Pool(1, maxtasksperchild=1) as pool:
            pids = pool.map(worker, range(6), chunksize)
            print(f"Pool, chunksize={chunksize}: {by_worker(pids)}")
        with ProcessPoolExecutor(1, max_tasks_per_child=1) as executor:
            results = executor.map(worker, range(6), chunksize=chunksize)
            print(f"executor, chunksize={chunksize}: {by_worker([*results])}")


if __name__ == "__main__":
    main()
