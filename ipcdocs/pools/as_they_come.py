"""Results as they come, counted. The first task takes longest."""

import multiprocessing
from multiprocessing.synchronize import Event

counted: list[Event]


def set_up(events: list[Event]) -> None:
    global counted
    counted = events


def work(number: int) -> tuple[int, int]:
    # Wait until main has counted the next number.
    counted[number + 1].wait()
    return number, number**2


def main() -> None:
    events = [multiprocessing.Event() for _ in range(4)]
    events[3].set()
    with multiprocessing.Pool(3, set_up, (events,)) as pool:
        results = pool.imap_unordered(work, range(3))
        for done, (number, square) in enumerate(results, start=1):
            print(f"{done} of 3: the square of {number} is {square}")
            events[number].set()


if __name__ == "__main__":
    main()
