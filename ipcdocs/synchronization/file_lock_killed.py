"""The holder is killed: `flock` is free again, a file that exists stays."""

import fcntl
import multiprocessing
import signal
import tempfile
from collections.abc import Callable
from multiprocessing.synchronize import Event
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


def hold(take: Callable[[Path], TextIO], path: Path, held: Event) -> None:
    with take(path):
        held.set()
        signal.pause()  # killed here


def free(take: Callable[[Path], TextIO], path: Path) -> bool:
    try:
        take(path).close()
    except (BlockingIOError, FileExistsError):
        return False
    return True


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for take in (by_flock, by_new_file):
            path, held = Path(folder, take.__name__), multiprocessing.Event()
            child = multiprocessing.Process(
                target=hold, args=(take, path, held)
            )
            child.start()
            held.wait()
            print(f"{take.__name__}: held, free {free(take, path)}")
            child.kill()
            child.join()
            print(f"{take.__name__}: killed, free {free(take, path)}")


if __name__ == "__main__":
    main()
