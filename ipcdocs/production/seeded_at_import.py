"""A seed at the top of the file: for the children it means two things."""
# Expected: run as a script, Python 3.13.8 or later, not Python 3.14.0.

import multiprocessing
import random
from multiprocessing.queues import SimpleQueue

random.seed(7)


def throw(results: "SimpleQueue[float]") -> None:
    results.put(random.random())


def main() -> None:
    results: SimpleQueue[float] = multiprocessing.SimpleQueue()
    children = [
        multiprocessing.Process(target=throw, args=(results,))
        for _ in range(3)
    ]
    for child in children:
        child.start()
    thrown = {results.get() for _ in children}
    for child in children:
        child.join()
    print(f"in three children: {len(thrown)} different numbers")
    number = random.random()
    print(f"main draws {number}, one of them: {number in thrown}")
    print(f"exit codes: {[child.exitcode for child in children]}")


if __name__ == "__main__":
    main()
