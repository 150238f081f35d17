"""Which random numbers are the same in three children."""
# Expected: run as a script, Python 3.13.8 or later, not Python 3.14.0.

import multiprocessing
import random
from multiprocessing.queues import SimpleQueue

dice = random.Random()  # at import: in each process, or before the fork


def throw(results: "SimpleQueue[tuple[float, float]]") -> None:
    results.put((dice.random(), random.random()))


def main() -> None:
    results: SimpleQueue[tuple[float, float]] = multiprocessing.SimpleQueue()
    children = [
        multiprocessing.Process(target=throw, args=(results,))
        for _ in range(3)
    ]
    for child in children:
        child.start()
    own, shared = zip(*(results.get() for _ in children), strict=True)
    for child in children:
        child.join()
    print(f"dice.random(): {len(set(own))} different numbers")
    print(f"random.random(): {len(set(shared))} different numbers")
    print(f"exit codes: {[child.exitcode for child in children]}")


if __name__ == "__main__":
    main()
