"""The job in one process: add the squares of 0 to 99, a quarter at a time."""

QUARTERS = [range(0, 25), range(25, 50), range(50, 75), range(75, 100)]


def squares(numbers: range) -> int:
    """Add up the squares of some numbers.

    >>> squares(range(4))
    14
    """
    return sum(number * number for number in numbers)


def main() -> None:
    parts = [squares(quarter) for quarter in QUARTERS]
    print(f"parts {parts}")
    print(f"total {sum(parts)}")


if __name__ == "__main__":
    main()
