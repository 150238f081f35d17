"""Assigning to the name of a proxy changes nothing; assigning items does."""

from __future__ import annotations

import multiprocessing
from multiprocessing.managers import DictProxy, ListProxy


def assign(names: ListProxy[str], ports: DictProxy[str, int]) -> None:
    new_names, new_ports = ["mongo"], {"mongo": 27017}
    names, ports = new_names, new_ports  # type: ignore[assignment]
    print(f"child: names {names}, ports {ports}")


def replace(names: ListProxy[str], ports: DictProxy[str, int]) -> None:
    names[:] = ["mongo"]
    ports.clear()
    ports.update(mongo=27017)


def main() -> None:
    with multiprocessing.Manager() as manager:
        names = manager.list(["redis"])
        ports = manager.dict(redis=6379)
        for target in (assign, replace):
            child = multiprocessing.Process(target=target, args=(names, ports))
            child.start()
            child.join()
            print(f"{target.__name__}: names {names}, ports {ports}")


if __name__ == "__main__":
    main()
