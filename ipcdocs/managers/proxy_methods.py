"""Methods that proxies have from Python 3.14 on, and what works before."""

import multiprocessing
from collections.abc import Callable
from typing import Any


def attempt(what: str, action: Callable[[], object]) -> None:
    try:
        print(f"{what}: {action()}")
    except (AttributeError, KeyError, TypeError) as error:
        print(f"{what}: {type(error).__name__}: {error}")


def new_in_3_14(manager: Any, names: Any, ports: Any) -> None:
    attempt("list copy", lambda: names.copy())
    attempt("list clear", lambda: names.clear())
    attempt("dict |", lambda: ports | {"etcd": 2379})
    attempt("dict reversed", lambda: list(reversed(ports)))
    attempt("set", lambda: manager.set(["mongo"]))


def before_3_14(_: Any, names: Any, ports: Any) -> None:
    print(f"a slice copies: {names[:]}")
    names[:] = []
    print(f"a slice clears: {names}")
    print(f"a copy has |: {ports.copy() | {'etcd': 2379}}")
    print(f"its keys, reversed: {ports.keys()[::-1]}")
    print(f"a key is like a member of a set: {'mongo' in ports}")


def main() -> None:
    with multiprocessing.Manager() as manager:
        for use in (new_in_3_14, before_3_14):
            names = manager.list(["mongo"])
            use(manager, names, manager.dict(mongo=27017, redis=6379))


if __name__ == "__main__":
    main()
