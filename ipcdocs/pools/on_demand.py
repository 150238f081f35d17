"""How many workers there are after one task, and how many were set up."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def work() -> str:
    return "done"


def main() -> None:
    with ProcessPoolExecutor(4) as executor:
        print(f"executor, no task: {len(multiprocessing.active_children())}")
        print(f"a task: {executor.submit(work).result()}")
        print(f"one task: {len(multiprocessing.active_children())}")
    with multiprocessing.Pool(4):
        print(f"Pool, no task: {len(multiprocessing.active_children())}")


if __name__ == "__main__":
    main()
