"""Two processes rotate one log file, and lines are lost."""

import logging
import multiprocessing
import tempfile
from contextlib import closing
from logging.handlers import RotatingFileHandler
from pathlib import Path


def handler_for(path: Path) -> RotatingFileHandler:
    return RotatingFileHandler(path, maxBytes=25, backupCount=1)


def log(handler: logging.Handler, text: str) -> None:
    handler.handle(logging.makeLogRecord({"msg": text}))


def work(path: Path) -> None:
    with closing(handler_for(path)) as handler:
        log(handler, "child 4")


def by_two(path: Path) -> None:
    with closing(handler_for(path)) as handler:
        for number in (1, 2, 3):
            log(handler, f"main {number}")
        child = multiprocessing.Process(target=work, args=(path,))
        child.start()
        child.join()
        print(f"exit code {child.exitcode}")
        log(handler, "main 5")


def by_one(path: Path) -> None:
    with closing(handler_for(path)) as handler:
        for number in (1, 2, 3, 4, 5):
            log(handler, f"main {number}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, write in (("by one", by_one), ("by two", by_two)):
            path = Path(folder, name)
            write(path)
            for file in (Path(folder, f"{name}.1"), path):
                print(f"{file.name}: {file.read_text().splitlines()}")


if __name__ == "__main__":
    main()
