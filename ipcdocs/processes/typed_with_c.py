"""A function typed after `python -c` is in no file: only fork has it."""
# Expected: run with -c, stderr.

import multiprocessing


def greet() -> None:
    print("hello")


def main() -> None:
    print(f"__main__ has a file: {'__file__' in globals()}")
    child = multiprocessing.Process(target=greet)
    child.start()
    child.join()
    print(f"exit code of the child: {child.exitcode}")


if __name__ == "__main__":
    main()
