"""What a child prints, captured as pytest's `capfd` does: a file for fd 1."""

import multiprocessing
import os
import sys
import tempfile
from pathlib import Path


def greet() -> None:
    print("hello")


def run() -> None:
    child = multiprocessing.Process(target=greet)
    child.start()
    child.join()


def captured() -> str:
    """What is written to standard output while a child runs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "output")
        sys.stdout.flush()
        screen = os.dup(1)
        with path.open("wb") as file:
            os.dup2(file.fileno(), 1)
        try:
            run()
        finally:
            os.dup2(screen, 1)
            os.close(screen)
        return path.read_text()


def main() -> None:
    run()  # an earlier test has started a process
    print(f"captured: {captured()!r}")


if __name__ == "__main__":
    main()
