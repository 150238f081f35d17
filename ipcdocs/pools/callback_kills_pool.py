"""A callback of a Pool raises: no result comes any more."""
# Expected: stderr, exit status 1.

import multiprocessing
import threading

reported = threading.Event()


def square(number: int) -> int:
    return number * number


def note(result: int) -> None:
    raise RuntimeError(f"cannot note {result}")


def report(raised: threading.ExceptHookArgs) -> None:
    print(f"in a thread of main: {raised.exc_value!r}")
    reported.set()


def main() -> None:
    threading.excepthook = report
    with multiprocessing.Pool(1) as pool:
        pool.apply_async(square, (3,), callback=note)
        reported.wait()
        other = pool.apply_async(square, (4,))
        try:
            print(f"other: {other.get(timeout=0.5)}")
        except multiprocessing.TimeoutError:
            print("other: no result")


if __name__ == "__main__":
    main()
