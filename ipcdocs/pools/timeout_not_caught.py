"""A timeout of a Pool is not a TimeoutError."""
# Expected: stderr, exit status 1.

import multiprocessing
import time


def main() -> None:
    with multiprocessing.Pool(1) as pool:
        result = pool.apply_async(time.sleep, (60,))
        try:
            result.get(timeout=0.2)
        except TimeoutError:
            print("no answer in time")


if __name__ == "__main__":
    main()
