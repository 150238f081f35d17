"""The parent put more than was read: it comes to its end, and hangs there."""
# Expected: still running after 2 s.

from __future__ import annotations

import multiprocessing
from multiprocessing.queues import Queue


def work(tasks: Queue[bytes]) -> None:
    print(f"child: read {len(tasks.get())} bytes, no more")


def main() -> None:
    tasks: Queue[bytes] = multiprocessing.Queue()
    for _ in range(2):
        tasks.put(bytes(1_000_000))
    child = multiprocessing.Process(target=work, args=(tasks,))
    child.start()
    child.join()
    print("main is at its end")


if __name__ == "__main__":
    main()
