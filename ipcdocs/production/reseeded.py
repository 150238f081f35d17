"""Children that seed their copy of a generator anew."""
# Expected: run as a script.

import multiprocessing
import random
from multiprocessing.queues import SimpleQueue

dice = random.Random()  # at import: in each process, or before the fork


def throw(results: "SimpleQueue[float]") -> None:
    dice.seed()  # from the operating system
    results.put(dice.random())


def main() -> None:
    results: SimpleQueue[float] = multiprocessing.SimpleQueue()
    children = [
        multiprocessing.Process(target=throw, args=(results,))
        for _ in range(3)
    ]
    for child in children:
        child.start()
    own = {results.get() for _ in children}
    for child in children:
        child.join()
    print(f"dice.random(): {len(own)} different numbers")
    print(f"exit codes: {[child.exitcode for child in children]}")


if __name__ == "__main__":
    main()
