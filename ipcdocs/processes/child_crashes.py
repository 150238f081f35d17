"""A child crashes in C code: faulthandler writes down where it was."""

import ctypes
import faulthandler
import multiprocessing
import tempfile
from pathlib import Path


def read_nothing(log: Path) -> None:
    with log.open("w") as file:
        faulthandler.enable(file)
        ctypes.string_at(0)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "crash.log")
        child = multiprocessing.Process(target=read_nothing, args=(log,))
        child.start()
        child.join()
        print(f"exit code {child.exitcode}")
        for line in log.read_text().splitlines():
            if line.startswith("Fatal") or line.endswith("read_nothing"):
                print(f"{line.rpartition(', ')[2]}")


if __name__ == "__main__":
    main()
