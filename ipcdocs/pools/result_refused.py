"""A task returns what cannot be pickled: the caller is told, and goes on."""

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor


def numbers() -> Iterator[int]:
    yield 42


def listed() -> list[int]:
    return list(numbers())


def attempt(name: str, call: Callable[[], object]) -> None:
    try:
        print(f"{name}: {call()}")
    except Exception as error:
        print(f"{name}: {type(error).__name__}: {error}")


def main() -> None:
    with multiprocessing.Pool(1) as pool, ProcessPoolExecutor(1) as executor:
        for task in (numbers, listed):
            name = task.__name__
            attempt(f"{name} in a Pool", pool.apply_async(task).get)
            attempt(f"{name} in an executor", executor.submit(task).result)


if __name__ == "__main__":
    main()
