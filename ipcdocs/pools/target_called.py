"""Process(target=greet("Ann")) calls the function at once, in the parent."""
# Expected: stderr.

import multiprocessing
from typing import Any


def greet(name: str) -> Any:
    print(f"hello {name}")


def square(number: int) -> Any:
    print(f"square({number})")
    return number * number


def main() -> None:
    for child in (
        multiprocessing.Process(target=greet("Ann")),
        multiprocessing.Process(target=square(3)),
        multiprocessing.Process(target=greet, args=("Bob",)),
    ):
        child.start()
        child.join()
        print(f"exit code {child.exitcode}")


if __name__ == "__main__":
    main()
