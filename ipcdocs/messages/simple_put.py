"""A SimpleQueue pickles in `put()`, and waits there until it has written."""
# Expected: still running after 2 s.

import multiprocessing
import threading
from multiprocessing.queues import SimpleQueue


def main() -> None:
    items: SimpleQueue[object] = multiprocessing.SimpleQueue()
    try:
        items.put(threading.Lock())
    except TypeError as error:
        print(f"put raises: {error}")
    for size in (1_000, 1_000_000):
        print(f"putting {size} bytes")
        items.put(bytes(size))
    print("put them")


if __name__ == "__main__":
    main()
