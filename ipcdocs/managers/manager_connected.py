"""A child connects to the parent's manager, and makes a dict in it."""

from __future__ import annotations

import multiprocessing
from multiprocessing.managers import DictProxy, ListProxy, SyncManager


def add_dict(address: str, dicts: ListProxy[DictProxy[str, int]]) -> None:
    manager = SyncManager(address=address)
    manager.connect()
    ports = manager.dict(mongo=27017)
    dicts.append(ports)


def main() -> None:
    with multiprocessing.Manager() as manager:
        dicts = manager.list()
        child = multiprocessing.Process(
            target=add_dict, args=(manager.address, dicts)
        )
        child.start()
        child.join()
        print(f"the parent reads: {dicts[0]}")


if __name__ == "__main__":
    main()
