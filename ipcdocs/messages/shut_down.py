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
    has_it = hasattr(multiprocessing.Queue(), "shutdown")
    print(f"multiprocessing.Queue has shutdown: {has_it}")
    with multiprocessing.Manager() as manager, ProcessPoolExecutor(2) as pool:
        tasks = manager.Queue()
        totals = [pool.submit(consume, tasks) for _ in range(2)]
        try:
            for number in range(10):
                tasks.put(number)
        finally:
            tasks.shutdown()
        print(f"total {sum(total.result() for total in totals)}")
        try:
            tasks.put(10)
        except queue.ShutDown as error:
            print(f"put after it: {error!r}")


if __name__ == "__main__":
    main()
