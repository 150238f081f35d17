"""Each worker would run the scheduler: a lock on a file lets only one."""

import fcntl
import multiprocessing
import tempfile
import threading
from multiprocessing.connection import Connection
from pathlib import Path


def schedule(name: str, path: Path, end: Connection) -> None:
    with path.open("w") as file:  # open for as long as the scheduler runs
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            end.send(f"{name} serves, and waits for the lock")
            fcntl.flock(file, fcntl.LOCK_EX)
        end.send(f"{name} serves, and runs the scheduler")
        threading.Event().wait()  # its jobs


def serve(name: str, path: Path, end: Connection) -> None:
    args = (name, path, end)
    threading.Thread(target=schedule, args=args, daemon=True).start()
    end.recv()  # its requests, until it is told to stop


def start(name: str, path: Path) -> tuple[multiprocessing.Process, Connection]:
    here, there = multiprocessing.Pipe()
    args = (name, path, there)
    worker = multiprocessing.Process(target=serve, args=args)
    worker.start()
    print(f"{here.recv()}")
    return worker, here


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "scheduler.lock")
        first, _ = start("worker 1", path)
        second, here = start("worker 2", path)
        print(f"a second scheduler runs: {here.poll(0.1)}")
        first.kill()
        first.join()
        print(f"exit code of worker 1: {first.exitcode}")
        print(f"{here.recv()}")
        here.send("stop")
        second.join()
        print(f"exit code of worker 2: {second.exitcode}")


if __name__ == "__main__":
    main()
