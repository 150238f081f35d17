"""A decorator that runs a function in a process: two ways to apply it."""

import functools
import multiprocessing
from collections.abc import Callable


def with_time_limit(function: Callable[[], None]) -> Callable[[], None]:
    @functools.wraps(function)
    def run() -> None:
        child = multiprocessing.Process(target=function)
        child.start()
        child.join(30)
        child.kill()  # which does nothing to a child that has ended
        child.join()

    return run


@with_time_limit
def decorated() -> None:
    print("the decorated function runs")


def plain() -> None:
    print("the plain function runs")


plain_with_time_limit = with_time_limit(plain)


def main() -> None:
    try:
        decorated()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    plain_with_time_limit()


if __name__ == "__main__":
    main()
