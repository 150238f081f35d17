"""A second process opens the log with mode "w", and empties it."""

import logging
import multiprocessing
import tempfile
from contextlib import closing
from pathlib import Path


def log(path: Path, mode: str, text: str) -> None:
    with closing(logging.FileHandler(path, mode)) as handler:
        handler.handle(logging.makeLogRecord({"msg": text}))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for mode in ("w", "a"):
            path = Path(folder, mode)
            log(path, mode, "main: starts")
            child = multiprocessing.Process(
                target=log, args=(path, mode, "child: works")
            )
            child.start()
            child.join()
            print(f"exit code {child.exitcode}")
            print(f"mode {mode!r}: {path.read_text().splitlines()}")


if __name__ == "__main__":
    main()
