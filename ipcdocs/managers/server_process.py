"""A manager is a process: it serves, and what others hold are proxies."""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing.managers import ListProxy, SyncManager


def announce(role: str) -> None:
    print(f"{role}: pid {os.getpid()}")


def running() -> list[str]:
    return [child.name for child in multiprocessing.active_children()]


def append_name(names: ListProxy[str]) -> None:
    announce("child")
    names.append("redis")


def main() -> None:
    announce("main")
    manager = SyncManager()  # Manager() takes no initializer
    manager.start(initializer=announce, initargs=("server",))
    with manager:
        names = manager.list(["mongo"])
        print(f"main holds a {type(names).__name__}")
        print(f"running: {running()}")
        child = multiprocessing.Process(target=append_name, args=(names,))
        child.start()
        child.join()
        print(f"a slice of it is a {type(names[:]).__name__}: {names[:]}")
    print(f"running: {running()}")


if __name__ == "__main__":
    main()
