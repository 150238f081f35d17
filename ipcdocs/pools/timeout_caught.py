"""A timeout of a Pool is caught, and `with` terminates the worker."""

import multiprocessing
import time


def main() -> None:
    with multiprocessing.Pool(1) as pool:
        result = pool.apply_async(time.sleep, (60,))
        results = pool.imap(time.sleep, [60])
        try:
            result.get(timeout=0.2)
        except multiprocessing.TimeoutError as error:
            print(f"get: {error!r}")
        try:
            results.next(timeout=0.2)
        except multiprocessing.TimeoutError as error:
            print(f"next: {error!r}")
        print(f"workers: {len(multiprocessing.active_children())}")
    pool.join()
    print(f"workers after with: {len(multiprocessing.active_children())}")
    same = issubclass(multiprocessing.TimeoutError, TimeoutError)
    print(f"subclass of the builtin one: {same}")


if __name__ == "__main__":
    main()
