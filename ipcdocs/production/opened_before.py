"""A file opened before the fork: the child reads it, main finds its end."""

import multiprocessing
from pathlib import Path
from typing import TextIO


def opened() -> TextIO:
    return Path(__file__).open()  # this program, at its first line


file = opened()


def show(who: str) -> None:
    print(f"{who}: {file.readline()!r}")


def main() -> None:
    with file:
        child = multiprocessing.Process(target=show, args=("child",))
        child.start()
        child.join()
        show("main")


if __name__ == "__main__":
    main()
