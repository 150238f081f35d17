"""A queue for two: what `put` does when it is full, `get` when it is empty."""

import multiprocessing
import queue
from multiprocessing.queues import Queue


def main() -> None:
    tasks: Queue[str] = multiprocessing.Queue(maxsize=2)
    for task in ("a", "b", "c"):
        try:
            tasks.put(task, timeout=0.1)
            print(f"put {task}")
        except queue.Full as error:
            print(f"{task}: {type(error)}")
    print(f"got {tasks.get()}")
    tasks.put("d")
    print(f"got {tasks.get()}, {tasks.get()}")
    try:
        tasks.get(timeout=0.1)
    except queue.Empty as error:
        print(f"nothing left: {type(error)}")
    try:
        print(f"{multiprocessing.Queue.Empty}")
    except AttributeError as error:
        print(f"AttributeError: {error}")


if __name__ == "__main__":
    main()
