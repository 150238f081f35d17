"""A program read from standard input: a new process looks for its file."""
# Expected: Python 3.13.8 or later, run from standard input.
# Expected: stderr, exit status 0 or 1.

import multiprocessing


def greet() -> None:
    print("hello")


def main() -> None:
    print(f"__main__ has the file {__file__}")
    child = multiprocessing.Process(target=greet)
    child.start()
    child.join()
    print(f"exit code of the child: {child.exitcode}")


if __name__ == "__main__":
    main()
