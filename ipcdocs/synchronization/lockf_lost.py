"""`lockf` is lost as the process closes the file anywhere, `flock` is not."""

import fcntl
import multiprocessing
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

Lock = Callable[[TextIO, int], None]


def ask(lock: Lock, path: Path) -> None:
    with path.open("a") as file:
        try:
            lock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            print("child: has the lock too")
        except BlockingIOError as error:
            print(f"child: {type(error).__name__}: {error}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for lock in (fcntl.flock, fcntl.lockf):
            path = Path(folder, lock.__name__)
            with path.open("a") as file:
                lock(file, fcntl.LOCK_EX)
                print(f"main: has the lock by {lock.__name__}")
                path.read_text()  # opens the file, and closes it
                child = multiprocessing.Process(target=ask, args=(lock, path))
                child.start()
                child.join()


if __name__ == "__main__":
    main()
