"""A lock file that is deleted: the next one who comes locks another file."""

import fcntl
import tempfile
from pathlib import Path


def free(path: Path) -> bool:
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "lock")
        with path.open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            print(f"locked, free for others: {free(path)}")
            path.unlink()
            print(f"and deleted, free for others: {free(path)}")


if __name__ == "__main__":
    main()
