"""Two processes write receipts into one file: mixed up, or under a lock."""

import multiprocessing
import tempfile
import threading
from contextlib import nullcontext, suppress
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any


def write(path: Path, name: str, lock: Any, barrier: Barrier) -> None:
    with lock, path.open("a") as file:
        print(f"{name}: coffee", file=file, flush=True)
        with suppress(threading.BrokenBarrierError):
            barrier.wait()  # until the other has written its first line
        print(f"{name}: paid", file=file)


def mixed(path: Path, lock: Any, limit: float) -> bool:
    barrier = multiprocessing.Barrier(2, timeout=limit)
    children = [
        multiprocessing.Process(target=write, args=(path, name, lock, barrier))
        for name in ("Ann", "Bob")
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    first, second, *_ = path.read_text().splitlines()
    return first[:3] != second[:3]  # the names


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "no lock")
        print(f"no lock: mixed up {mixed(file, nullcontext(), 20)}")
        # Under the lock the other cannot come: give up after 0.3 seconds.
        file, lock = Path(folder, "lock"), multiprocessing.Lock()
        print(f"Lock: mixed up {mixed(file, lock, 0.3)}")


if __name__ == "__main__":
    main()
