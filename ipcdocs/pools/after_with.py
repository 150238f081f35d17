"""`with Pool` ends tasks that nobody waited for, `with` an executor waits."""

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor


def work(seconds: float) -> str:
    time.sleep(seconds)
    return "done"


def main() -> None:
    with multiprocessing.Pool(1) as pool:
        result = pool.apply_async(work, (600,))
    print(f"Pool: ready {result.ready()}")
    try:
        pool.apply_async(work, (0,))
    except ValueError as error:
        print(f"Pool: ValueError: {error}")

    with ProcessPoolExecutor(1) as executor:
        future = executor.submit(work, 0.1)
    print(f"executor: {future.result()}")
    try:
        executor.submit(work, 0)
    except RuntimeError as error:
        print(f"executor: RuntimeError: {error}")


if __name__ == "__main__":
    main()
