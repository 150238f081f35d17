"""TMPDIR is too long for sockets: take another temporary folder first."""

import multiprocessing
import os
import tempfile


def greet() -> None:
    print("hello")


def take(folder: str) -> None:
    os.environ["TMPDIR"] = folder
    tempfile.tempdir = None
    size = len(os.fsencode(tempfile.gettempdir()))
    print(f"temporary folder of more than 75 bytes: {size > 75}")


def main() -> None:
    # Mostly /tmp.
    short = tempfile.gettempdir()
    with tempfile.TemporaryDirectory(prefix="a" * 75) as long:
        take(long)
        take(short)
        child = multiprocessing.Process(target=greet)
        child.start()
        child.join()
        with multiprocessing.Manager() as manager:
            print(f"ports: {manager.dict(http=80)}")


if __name__ == "__main__":
    main()
