"""A Lock as argument of a Pool's tasks is refused, however workers start."""
# Expected: stderr, exit status 1.

import multiprocessing
from multiprocessing.synchronize import Lock


def greet(lock: Lock, name: str) -> None:
    with lock:
        print(f"hello {name}")


def main() -> None:
    lock = multiprocessing.Lock()
    with multiprocessing.Pool(2) as pool:
        pool.starmap(greet, [(lock, "spam"), (lock, "eggs")])


if __name__ == "__main__":
    main()
