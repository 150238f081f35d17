"""A generator for each task, made from a seed of the run and the task."""

import random
from concurrent.futures import ProcessPoolExecutor

SEED = 7


def throw(task: int) -> float:
    """Throw the dice of one task.

    >>> f"{throw(1):.6f}"
    '0.587399'
    """
    dice = random.Random(f"{SEED}-{task}")
    return dice.random()


def main() -> None:
    for workers in (1, 3):
        with ProcessPoolExecutor(workers) as executor:
            for task, number in enumerate(executor.map(throw, range(3))):
                print(f"workers: {workers}, task {task}: {number}")
    print(f"task 1 once more, in main: {throw(1)}")


if __name__ == "__main__":
    main()
