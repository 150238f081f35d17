"""A start method for what is made here: all of it comes from one context."""

import multiprocessing
from multiprocessing.synchronize import Lock


def greet(lock: Lock) -> None:
    with lock:
        print("hello")


def main() -> None:
    context = multiprocessing.get_context("spawn")
    lock = context.Lock()
    child = context.Process(target=greet, args=(lock,))
    child.start()
    child.join()
    print(f"{type(child).__name__} has ended with {child.exitcode}")


if __name__ == "__main__":
    main()
