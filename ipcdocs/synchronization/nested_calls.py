"""A function that holds the lock calls another that takes it: `RLock`."""

import multiprocessing
import tempfile
from multiprocessing.synchronize import RLock
from pathlib import Path


def add_line(path: Path, line: str, lock: RLock) -> None:
    with lock, path.open("a") as file:
        print(f"{line}", file=file)


def add_receipt(path: Path, name: str, lock: RLock) -> None:
    with lock:
        add_line(path, f"{name}: coffee", lock)
        add_line(path, f"{name}: paid", lock)


def main() -> None:
    for kind in (multiprocessing.Lock, multiprocessing.RLock):
        lock = kind()
        with lock:
            taken = lock.acquire(block=False)
        print(f"{kind.__name__}: taken a second time {taken}")
    lock = multiprocessing.RLock()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "receipts")
        child = multiprocessing.Process(
            target=add_receipt, args=(path, "Ann", lock)
        )
        child.start()
        child.join()
        print(f"{path.read_text().splitlines()}")


if __name__ == "__main__":
    main()
