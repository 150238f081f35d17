"""A forked child holds its parent's file lock when that was killed."""

import fcntl
import multiprocessing
import tempfile
from multiprocessing.connection import Connection
from multiprocessing.util import get_temp_dir
from pathlib import Path


def free(path: Path) -> bool:
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def work(end: Connection) -> None:
    end.send("the worker is there")
    end.recv()  # until main lets it go


def lead(path: Path, end: Connection) -> None:
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        worker = multiprocessing.Process(target=work, args=(end,))
        worker.start()
        worker.join()


def main() -> None:
    get_temp_dir()  # of main: a killed parent would leave one of its own
    here, there = multiprocessing.Pipe()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "lock")
        leader = multiprocessing.Process(target=lead, args=(path, there))
        leader.start()
        there.close()
        print(f"{here.recv()}, free: {free(path)}")
        leader.kill()
        leader.join()
        print(f"its parent was killed, free: {free(path)}")
        here.send("go")
        try:
            here.recv()
        except EOFError:
            print(f"the worker has ended, free: {free(path)}")


if __name__ == "__main__":
    main()
