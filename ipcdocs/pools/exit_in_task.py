"""A task calls sys.exit(): the Pool has no answer, the executor raises."""
# Expected: stderr.

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor


def work() -> None:
    sys.exit("no more work")


def by_pool() -> None:
    with multiprocessing.Pool(1) as pool:
        [worker] = multiprocessing.active_children()
        answer = pool.apply_async(work)
        worker.join()  # it has ended, and the Pool starts another
        try:
            # Without a timeout, get() would wait for ever.
            answer.get(timeout=1)
        except multiprocessing.TimeoutError:
            print("Pool: no answer")


def by_executor() -> None:
    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(work).result()
        except SystemExit as error:
            print(f"executor: SystemExit: {error}")


def main() -> None:
    by_pool()
    by_executor()


if __name__ == "__main__":
    main()
