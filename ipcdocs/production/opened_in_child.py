"""Each process opens the file itself: each one begins at its first line."""

import multiprocessing
from pathlib import Path


def show(who: str, path: Path) -> None:
    with path.open() as file:
        print(f"{who}: {file.readline()!r}")


def main() -> None:
    path = Path(__file__)
    child = multiprocessing.Process(target=show, args=("child", path))
    child.start()
    child.join()
    show("main", path)


if __name__ == "__main__":
    main()
