"""The job in four processes that fill one table, kept by a manager."""

import multiprocessing
from multiprocessing.managers import DictProxy

QUARTERS = [range(0, 25), range(25, 50), range(50, 75), range(75, 100)]


def squares(numbers: range, parts: "DictProxy[int, int]") -> None:
    part = sum(number * number for number in numbers)
    print(f"part {part}")
    parts[numbers.start] = part


def main() -> None:
    with multiprocessing.Manager() as manager:
        parts = manager.dict()
        children = [
            multiprocessing.Process(target=squares, args=(quarter, parts))
            for quarter in QUARTERS
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        for start, part in sorted(parts.items()):
            print(f"from {start}: {part}")
        print(f"total {sum(parts.values())}")


if __name__ == "__main__":
    main()
