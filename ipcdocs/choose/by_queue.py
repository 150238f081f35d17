"""The job in four processes that send their parts as messages."""

import multiprocessing
from multiprocessing.queues import Queue

QUARTERS = [range(0, 25), range(25, 50), range(50, 75), range(75, 100)]


def squares(numbers: range, parts: "Queue[int]") -> None:
    part = sum(number * number for number in numbers)
    print(f"part {part}")
    parts.put(part)


def main() -> None:
    parts: Queue[int] = multiprocessing.Queue()
    children = [
        multiprocessing.Process(target=squares, args=(quarter, parts))
        for quarter in QUARTERS
    ]
    for child in children:
        child.start()
    # Take every message before joining.
    total = sum(parts.get() for _ in children)
    for child in children:
        child.join()
    print(f"total {total}")


if __name__ == "__main__":
    main()
