"""A comma after the call makes a tuple, and a tuple cannot be started."""
# Expected: stderr, exit status 1.

import multiprocessing


def greet() -> None:
    print("hello")


def main() -> None:
    child = multiprocessing.Process(target=greet),
    child.start()
    child.join()


if __name__ == "__main__":
    main()
