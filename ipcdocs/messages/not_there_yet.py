"""A loop until `empty()` misses an item that is on its way."""

import multiprocessing
import queue
import threading
from multiprocessing.queues import Queue

go_on = threading.Event()


class Item:
    """Takes long to pickle: until main says so."""

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        go_on.wait()
        return str, ("the item",)


def main() -> None:
    items: Queue[object] = multiprocessing.Queue()
    items.put(Item())
    received = []
    while not items.empty():
        received.append(items.get())
    print(f"received {len(received)}, qsize {items.qsize()}")
    try:
        items.get_nowait()
    except queue.Empty:
        print("get_nowait: Empty")
    go_on.set()
    print(f"get: {items.get()}")


if __name__ == "__main__":
    main()
