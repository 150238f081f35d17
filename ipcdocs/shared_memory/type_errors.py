"""What a Value does not take, and with which error."""

import multiprocessing
from typing import Any


def outcome(kind: Any, start: object) -> str:
    """Make a Value, and return what it holds or the error.

    >>> outcome("i", 1.0)
    "TypeError: 'float' object cannot be interpreted as an integer"
    """
    try:
        number = multiprocessing.Value(kind, start)
    except TypeError as error:
        return f"TypeError: {error}"
    return f"holds {number.value!r}"


def main() -> None:
    for kind, start in (
        ("d", 7),
        ("i", True),
        ("i", 7.0),
        ("i", "7"),
        ("i", None),
        ("d", "7"),
        ("c", "7"),
        ("u", "77"),
        ("x", 7),
        (int, 7),
    ):
        print(f"Value({kind!r}, {start!r}): {outcome(kind, start)}")


if __name__ == "__main__":
    main()
