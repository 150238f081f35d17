"""A worker fails before `task_done()`, and `join()` of the queue hangs."""
# Expected: stderr, still running after 2 s.

import multiprocessing
from multiprocessing.queues import JoinableQueue


def work(tasks: "JoinableQueue[int]") -> None:
    while True:
        number = tasks.get()
        print(f"1 / {number} = {1 / number}")
        tasks.task_done()


def main() -> None:
    tasks: JoinableQueue[int] = multiprocessing.JoinableQueue()
    worker = multiprocessing.Process(target=work, args=(tasks,), daemon=True)
    worker.start()
    for number in (4, 0):
        tasks.put(number)
    tasks.join()


if __name__ == "__main__":
    main()
