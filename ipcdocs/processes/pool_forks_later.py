"""A pool forks again after its threads have begun: since 3.12, a warning."""

import multiprocessing
import threading
import warnings


def main() -> None:
    print(f"threads before the pool: {threading.active_count()}")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with multiprocessing.Pool(2, maxtasksperchild=1) as pool:
            print(pool.map(abs, [-1, -2, -3, -4, -5, -6], chunksize=1))
    warned = any("multi-threaded" in str(each.message) for each in caught)
    print(f"warned of a fork with threads: {warned}")


if __name__ == "__main__":
    main()
