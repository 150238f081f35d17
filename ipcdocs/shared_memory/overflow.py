"""A number that grows beyond its C type starts again, without an error."""

import multiprocessing


def add_one(code: str, start: float) -> float:
    """Add one to a Value of this type code.

    >>> add_one("B", 255)
    0
    """
    total = multiprocessing.Value(code, start)
    with total.get_lock():
        total.value += 1
    number: float = total.value
    return number


def main() -> None:
    for code, start in (
        ("b", 127),
        ("B", 255),
        ("i", 2**31 - 1),
        ("q", 2**31 - 1),
        ("q", 2**63 - 1),
        ("f", 2**24),
        ("d", 2**24),
    ):
        print(f"{code!r}: {start} + 1 = {add_one(code, start)}")


if __name__ == "__main__":
    main()
