"""A manager's Value beside one in shared memory: no check, and no lock."""

import multiprocessing
from typing import Any


def try_out(number: Any) -> None:
    print(f"{type(number).__name__} of {number.value}")
    try:
        number.value = "not a number"
        print(f"takes a string: {number.value!r}")
    except TypeError as error:
        print(f"refuses a string: TypeError: {error}")
    try:
        print(f"has a lock: {type(number.get_lock()).__name__}")
    except AttributeError as error:
        print(f"has no lock: AttributeError: {error}")


def main() -> None:
    try_out(multiprocessing.Value("i", 0))
    with multiprocessing.Manager() as manager:
        try_out(manager.Value("i", 0))


if __name__ == "__main__":
    main()
