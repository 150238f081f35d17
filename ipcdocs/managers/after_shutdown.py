"""Which errors come of a manager that does not run, and of its proxies."""

import multiprocessing
from collections.abc import Callable
from multiprocessing import ProcessError
from multiprocessing.managers import SyncManager


def attempt(what: str, action: Callable[[], object]) -> None:
    try:
        print(f"{what}: {action()}")
    except (AssertionError, OSError, ProcessError) as error:
        print(f"{what}: {type(error).__name__}: {error}")


def main() -> None:
    attempt("dict of a manager not started", SyncManager().dict)
    with multiprocessing.Manager() as manager:
        ports = manager.dict(mongo=27017)
        print(f"while it runs: {ports}")
    attempt("method of a proxy", ports.copy)
    attempt("text of a proxy", ports.__str__)
    attempt("another dict", manager.dict)
    attempt("another `with`", manager.__enter__)


if __name__ == "__main__":
    main()
