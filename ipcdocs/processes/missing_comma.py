"""args=(x) without a comma is no tuple: x is taken apart, or refused."""
# Expected: stderr.

import multiprocessing
from typing import Any


def greet(name: Any) -> None:
    print(f"hello {name}")


def main() -> None:
    name: Any
    for name in ("Eve", {"name": "Eve"}, 7):
        print(f"args=({name!r})")
        try:
            child = multiprocessing.Process(target=greet, args=(name))
            child.start()
            child.join()
        except TypeError as error:
            print(f"TypeError: {error}")
    for name in ("Eve", {"name": "Eve"}, 7):
        print(f"args=({name!r},)")
        child = multiprocessing.Process(target=greet, args=(name,))
        child.start()
        child.join()


if __name__ == "__main__":
    main()
