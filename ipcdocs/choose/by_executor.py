"""The job in four processes, which an executor starts; results come back."""

from concurrent.futures import ProcessPoolExecutor

QUARTERS = [range(0, 25), range(25, 50), range(50, 75), range(75, 100)]


def squares(numbers: range) -> int:
    return sum(number * number for number in numbers)


def main() -> None:
    with ProcessPoolExecutor(max_workers=4) as executor:
        parts = list(executor.map(squares, QUARTERS))
    print(f"parts {parts}")
    print(f"total {sum(parts)}")


if __name__ == "__main__":
    main()
