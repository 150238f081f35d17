"""A plain list inside a managed dict: appending to it changes nothing."""

from __future__ import annotations

import multiprocessing
from multiprocessing.managers import DictProxy


def add_name(config: DictProxy[str, list[str]]) -> None:
    config["names"].append("redis")
    print(f"child reads a {type(config['names']).__name__}: {config['names']}")


def main() -> None:
    with multiprocessing.Manager() as manager:
        config = manager.dict(names=["mongo"])
        child = multiprocessing.Process(target=add_name, args=(config,))
        child.start()
        child.join()
        print(f"main reads {config}")


if __name__ == "__main__":
    main()
