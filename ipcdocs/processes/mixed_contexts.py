"""A lock of the fork context is given to a process of the spawn context."""
# Expected: stderr, exit status 1.

import multiprocessing
from multiprocessing.synchronize import Lock


def greet(lock: Lock) -> None:
    with lock:
        print("hello")


def main() -> None:
    lock = multiprocessing.get_context("fork").Lock()
    context = multiprocessing.get_context("spawn")
    child = context.Process(target=greet, args=(lock,))
    child.start()
    child.join()


if __name__ == "__main__":
    main()
