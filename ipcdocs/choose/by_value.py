"""The job in four processes that add to one number in shared memory."""

import multiprocessing
from multiprocessing.sharedctypes import Synchronized

QUARTERS = [range(0, 25), range(25, 50), range(50, 75), range(75, 100)]


def squares(numbers: range, total: "Synchronized[int]") -> None:
    part = sum(number * number for number in numbers)
    print(f"part {part}")
    with total.get_lock():
        total.value += part


def main() -> None:
    total = multiprocessing.Value("q", 0)
    children = [
        multiprocessing.Process(target=squares, args=(quarter, total))
        for quarter in QUARTERS
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(f"total {total.value}")


if __name__ == "__main__":
    main()
