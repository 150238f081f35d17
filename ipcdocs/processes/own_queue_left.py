"""The parent leaves what it put and nobody read: its program ends."""

from __future__ import annotations

import multiprocessing
from multiprocessing.queues import Queue


def work(tasks: Queue[bytes]) -> None:
    print(f"child: read {len(tasks.get())} bytes, no more")


def main() -> None:
    tasks: Queue[bytes] = multiprocessing.Queue()
    try:
        for _ in range(2):
            tasks.put(bytes(1_000_000))
        child = multiprocessing.Process(target=work, args=(tasks,))
        child.start()
        child.join()
    finally:
        tasks.cancel_join_thread()
    print("main is at its end")


if __name__ == "__main__":
    main()
