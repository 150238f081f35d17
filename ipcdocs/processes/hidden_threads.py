"""Threads that the library starts: for a queue, a pool and an executor."""

import multiprocessing
import threading
from concurrent.futures import ProcessPoolExecutor


def show(what: str) -> None:
    others = sorted(thread.name for thread in threading.enumerate())
    others.remove("MainThread")
    print(f"{what}: {others}")


def main() -> None:
    queue: multiprocessing.Queue[str] = multiprocessing.Queue()
    show("a new queue")
    queue.put("hello")
    show("after put()")
    print(f"got {queue.get()}")
    queue.close()
    queue.join_thread()
    show("after join_thread()")
    with multiprocessing.Pool(1):
        show("a pool")
    show("after the pool")
    with ProcessPoolExecutor(1) as executor:
        show("a new executor")
        executor.submit(int).result()
        show("after submit()")
    show("after the executor")


if __name__ == "__main__":
    main()
