"""A program that is started twice: a file lock lets in only the first."""

import fcntl
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(path: Path) -> Iterator[None]:
    with path.open("a") as file:  # closed at the end, and so free again
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit("it is running already")
        yield


def work(path: Path) -> None:
    with alone(path):
        print("it works")


def start_again(path: Path) -> None:
    command = [sys.executable, __file__, str(path)]
    again = subprocess.run(command, capture_output=True, text=True)
    said = (again.stdout + again.stderr).strip()
    print(f"started again: {said!r}, exit status {again.returncode}")


def main() -> None:
    if len(sys.argv) > 1:
        work(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "lock")
        with alone(path):
            start_again(path)
        start_again(path)


if __name__ == "__main__":
    main()
