"""The holder is killed: `flock` is free again, a file that exists stays."""

import fcntl
import multiprocessing
import os
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TextIO


def by_flock(path: Path) -> TextIO:
    file = path.open("a")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise
    return file


def by_new_file(path: Path) -> TextIO:
    return path.open("x")


def hold(take: Callable[[Path], TextIO], path: Path) -> None:
    with take(path):
        os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for take in (by_flock, by_new_file):
            path = Path(folder, take.__name__)
            child = multiprocessing.Process(target=hold, args=(take, path))
            child.start()
            child.join()
            print(f"{take.__name__}: exit code {child.exitcode}")
            try:
                with take(path):
                    print("main has the lock")
            except (BlockingIOError, FileExistsError) as error:
                print(f"main has no lock: {type(error).__name__}")


if __name__ == "__main__":
    main()
