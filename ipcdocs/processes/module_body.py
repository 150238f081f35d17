"""How often a file runs, under which name, and whose child is whose."""
# Expected: Python 3.13.8 or later, run as a script.

import multiprocessing
import os

print(f"the file runs as {__name__} in pid {os.getpid()}")


def greet() -> None:
    print(f"greet runs in pid {os.getpid()}, parent pid {os.getppid()}")


def main() -> None:
    for _ in range(2):
        child = multiprocessing.Process(target=greet)
        child.start()
        child.join()


if __name__ == "__main__":
    main()
