"""Inside a managed dict: a managed list, and a plain one assigned back."""

from __future__ import annotations

import multiprocessing
from multiprocessing.managers import DictProxy
from typing import Any


def add_server(config: DictProxy[str, Any]) -> None:
    config["names"].append("redis")  # a proxy: the server appends

    ports = config["ports"]  # a copy
    ports.append(6379)
    config["ports"] = ports  # now the server has it


def main() -> None:
    with multiprocessing.Manager() as manager:
        names = manager.list(["mongo"])
        config: DictProxy[str, Any] = manager.dict(names=names, ports=[27017])
        child = multiprocessing.Process(target=add_server, args=(config,))
        child.start()
        child.join()
        for key, items in config.items():
            print(f"{key}: a {type(items).__name__} of {items[:]}")


if __name__ == "__main__":
    main()
