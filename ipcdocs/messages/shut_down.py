"""A manager's queue is shut down: its consumers take the rest, and end."""
# Expected: Python 3.13 or later.

import multiprocessing
import queue
from concurrent.futures import ProcessPoolExecutor
from queue import Queue


def consume(tasks: Queue[int]) -> int:
    total = 0
    try:
        while True:
            total += tasks.get()
    except queue.ShutDown:
        return total


def main() -> None:
    with multiprocessing.Manager() as manager, ProcessPoolExecutor(2) as pool:
        tasks = manager.Queue()
        for items in (multiprocessing.Queue(), tasks):
            has_it = hasattr(items, "shutdown")
            print(f"{type(items).__name__} has shutdown: {has_it}")
        totals = [pool.submit(consume, tasks) for _ in range(2)]
        try:
            for number in range(10):
                tasks.put(number)
        finally:
            tasks.shutdown()
        total = sum(each.result() for each in totals)
        print(f"total {total} by {len(totals)} consumers")
        try:
            tasks.put(10)
        except queue.ShutDown as error:
            print(f"put after it: {error!r}")


if __name__ == "__main__":
    main()
