"""`input()` fails in a child: main asks, and sends the answer."""
# Expected: stderr.

import io
import multiprocessing
import sys


def greet(name: str) -> None:
    print(f"child: hello, {name}")


def ask() -> None:
    greet(input())


def main() -> None:
    sys.stdin = io.StringIO("Ann\n")  # so that nobody has to type
    child = multiprocessing.Process(target=ask)
    child.start()
    child.join()
    print(f"exit code {child.exitcode}")
    child = multiprocessing.Process(target=greet, args=(input(),))
    child.start()
    child.join()
    print(f"exit code {child.exitcode}")


if __name__ == "__main__":
    main()
