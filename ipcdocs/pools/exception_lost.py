"""An exception cannot be unpickled: the Pool hangs, the executor breaks."""
# Expected: stderr.

import multiprocessing
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


class NotFound(Exception):
    def __init__(self, host: str, page: str) -> None:
        super().__init__(f"{host} has no {page}")


def fetch(host: str) -> str:
    raise NotFound(host, "spam")


def by_pool() -> None:
    with multiprocessing.Pool(2) as pool:
        answer = pool.apply_async(fetch, ("example.org",))
        for thread in threading.enumerate():
            if "handle_results" in thread.name:
                thread.join()  # it dies, and get() would wait for ever
        print(f"Pool: an answer has come: {answer.ready()}")


def by_executor() -> None:
    with ProcessPoolExecutor(2) as executor:
        try:
            executor.submit(fetch, "example.org").result()
        except BrokenProcessPool:
            print("executor: BrokenProcessPool")


def main() -> None:
    try:
        by_pool()
    except AssertionError as error:
        print(f"Pool: AssertionError: {error}")
    by_executor()


if __name__ == "__main__":
    main()
