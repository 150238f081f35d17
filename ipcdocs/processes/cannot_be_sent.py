"""What can be an argument of a Process, and what of a task in a Pool."""

import functools
import multiprocessing
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@functools.cache
def work() -> None:
    pass


class Client:
    def __init__(self) -> None:
        self.lock = threading.Lock()

    def fetch(self) -> None:
        pass


def take(thing: object) -> None:
    pass


@contextmanager
def telling(where: str) -> Iterator[None]:
    try:
        yield
        print(f"{where}: sent")
    except Exception as error:
        print(f"{where}: {type(error).__name__}: {error}")


def main() -> None:
    with multiprocessing.Pool(1) as pool, Path(__file__).open() as file:
        for name, thing in {
            "method": Client().fetch,
            "wrapped function": work.__wrapped__,
            "generator": (number for number in [42]),
            "file": file,
            "module": threading,
            "thread lock": threading.Lock(),
            "process lock": multiprocessing.Lock(),
            "pool": pool,
            "process": multiprocessing.Process(target=print),
        }.items():
            with telling(f"{name} to a process"):
                child = multiprocessing.Process(target=take, args=(thing,))
                child.start()
                child.join()
            with telling(f"{name} to a pool"):
                pool.apply(take, (thing,))


if __name__ == "__main__":
    main()
