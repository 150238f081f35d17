"""A manager's dict and lock go to tasks as arguments, as any proxy can."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import Any


def add(totals: Any, lock: Any, number: int) -> None:
    with lock:
        totals["sum"] += number


def main() -> None:
    with multiprocessing.Manager() as manager:
        totals = manager.dict(sum=0)
        lock = manager.Lock()
        tasks = [(totals, lock, number) for number in range(10)]
        with ProcessPoolExecutor(2) as executor:
            for future in [executor.submit(add, *task) for task in tasks]:
                future.result()
        print(f"ProcessPoolExecutor: sum {totals['sum']}")
        with multiprocessing.Pool(2) as pool:
            pool.starmap(add, tasks)
        print(f"Pool: sum {totals['sum']}")


if __name__ == "__main__":
    main()
