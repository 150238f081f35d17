"""Each worker is handed a Value as it starts, and its tasks find it there."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import Any

total: Any = None


def receive(shared: Any) -> None:
    global total
    total = shared


def add(number: int) -> None:
    with total.get_lock():
        total.value += number


def main() -> None:
    shared = multiprocessing.Value("i", 0)
    with ProcessPoolExecutor(
        2, initializer=receive, initargs=(shared,)
    ) as executor:
        list(executor.map(add, range(10)))
    print(f"ProcessPoolExecutor: total {shared.value}")
    with multiprocessing.Pool(2, receive, (shared,)) as pool:
        pool.map(add, range(10))
    print(f"Pool: total {shared.value}")


if __name__ == "__main__":
    main()
