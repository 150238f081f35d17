"""The parent makes the Manager, and the tasks get its dict as an argument."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import Any


def collect(found: Any, name: str) -> None:
    found[name] = len(name)


def main() -> None:
    with multiprocessing.Manager() as manager:
        found = manager.dict()
        with ProcessPoolExecutor(2) as executor:
            tasks = [executor.submit(collect, found, n) for n in ("a", "bcd")]
            for task in tasks:
                task.result()
        print(f"found: {sorted(found.items())}")


if __name__ == "__main__":
    main()
