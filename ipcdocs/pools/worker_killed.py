"""A worker is killed: the Pool has no answer, the executor raises."""

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def work(number: int) -> int:
    if number == 2:
        # As Linux does to a process when memory runs out.
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def by_pool() -> None:
    with multiprocessing.Pool(2) as pool:
        answers = [pool.apply_async(work, (number,)) for number in (1, 2)]
        print(f"Pool: {answers[0].get()}")
        try:
            # Without a timeout, get() would wait for ever.
            print(f"Pool: {answers[1].get(timeout=1)}")
        except multiprocessing.TimeoutError:
            print("Pool: no answer")
        print(f"Pool: {pool.apply(work, (3,))}")


def by_executor() -> None:
    with ProcessPoolExecutor(2) as executor:
        for number in (1, 2, 3):
            try:
                print(f"executor: {executor.submit(work, number).result()}")
            except BrokenProcessPool as error:
                print(f"executor: {type(error).__name__}: {error}")


def main() -> None:
    by_pool()
    by_executor()


if __name__ == "__main__":
    main()
