"""A dict and a list in a manager: the child fills them, and main sees it."""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing.managers import DictProxy, ListProxy


def show(ports: DictProxy[str, int], names: ListProxy[str]) -> None:
    print(f"pid {os.getpid()}  ports {ports}  id {id(ports)}")
    print(f"pid {os.getpid()}  names {names}  id {id(names)}")


def fill(ports: DictProxy[str, int], names: ListProxy[str]) -> None:
    ports["mongo"] = 27017
    names.append("redis")
    show(ports, names)


def main() -> None:
    with multiprocessing.Manager() as manager:
        ports = manager.dict()
        names = manager.list(["mongo"])
        show(ports, names)
        child = multiprocessing.Process(target=fill, args=(ports, names))
        child.start()
        child.join()
        show(ports, names)


if __name__ == "__main__":
    main()
