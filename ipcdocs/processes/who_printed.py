"""Lines of three processes on two streams, to learn how outputs are shown."""
# Expected: stderr, exit status 1.

import multiprocessing
import os
import sys

answers: list[int] = []


def show(role: str) -> None:
    print(f"{role}: pid {os.getpid()}, id(answers) = {id(answers)}")


def main() -> None:
    show("parent")
    children = [
        multiprocessing.Process(target=show, args=("child",)) for _ in range(2)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    sys.exit("nobody gave an answer")


if __name__ == "__main__":
    main()
