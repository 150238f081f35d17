"""An argument cannot be unpickled: the Pool hangs, the executor breaks."""
# Expected: stderr.

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


class NotFound(Exception):
    def __init__(self, host: str, page: str) -> None:
        super().__init__(f"{host} has no {page}")


def tell(error: NotFound) -> str:
    return f"told: {error}"


def by_pool(error: NotFound) -> None:
    with multiprocessing.Pool(1) as pool:
        [worker] = multiprocessing.active_children()
        answer = pool.apply_async(tell, (error,))
        worker.join()  # it has died, and the Pool starts another
        try:
            # Without a timeout, get() would wait for ever.
            print(f"Pool: {answer.get(timeout=1)}")
        except multiprocessing.TimeoutError:
            print("Pool: no answer")


def by_executor(error: NotFound) -> None:
    with ProcessPoolExecutor(1) as executor:
        try:
            print(f"executor: {executor.submit(tell, error).result()}")
        except BrokenProcessPool:
            print("executor: BrokenProcessPool")


def main() -> None:
    error = NotFound("example.org", "spam")
    by_pool(error)
    by_executor(error)


if __name__ == "__main__":
    main()
