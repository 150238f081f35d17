"""A decorator that runs a function in a process: two ways to apply it."""

import functools
import multiprocessing
from collections.abc import Callable


def in_process(function: Callable[[], None]) -> Callable[[], int | None]:
    @functools.wraps(function)
    def run() -> int | None:
        child = multiprocessing.Process(target=function)
        child.start()
        child.join()
        return child.exitcode

    return run


@in_process
def decorated() -> None:
    print("the decorated function runs")


def plain() -> None:
    print("the plain function runs")


plain_in_process = in_process(plain)


def main() -> None:
    try:
        print(f"exit code {decorated()}")
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    print(f"exit code {plain_in_process()}")


if __name__ == "__main__":
    main()
