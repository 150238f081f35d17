"""terminate_workers() ends a task in the middle, and the executor with it."""
# Expected: Python 3.14 or later.

import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def main() -> None:
    with ProcessPoolExecutor(1) as executor:
        task = executor.submit(time.sleep, 60)
        while not task.running():
            time.sleep(0.01)
        try:
            task.result(timeout=0.5)
        except TimeoutError:
            print("no answer in 0.5 s")
            executor.terminate_workers()  # type: ignore[attr-defined]
        try:
            task.result()
        except BrokenProcessPool as error:
            print(f"task: {error}")
        try:
            executor.submit(time.sleep, 1)
        except BrokenProcessPool as error:
            print(f"next task: {error}")


if __name__ == "__main__":
    main()
