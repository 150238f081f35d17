"""A manager and its proxy in variables until the child has been joined."""

from __future__ import annotations

import multiprocessing
from multiprocessing.managers import DictProxy


def add_port(ports: DictProxy[str, int]) -> None:
    ports["mongo"] = 27017


def main() -> None:
    with multiprocessing.Manager() as manager:
        ports = manager.dict()
        child = multiprocessing.Process(target=add_port, args=(ports,))
        child.start()
        child.join()
        print(f"exit code {child.exitcode}, ports {ports}")


if __name__ == "__main__":
    main()
