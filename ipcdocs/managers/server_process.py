"""A manager is a process: it serves, and what others hold are proxies."""

import multiprocessing
import os
from multiprocessing.managers import ListProxy, SyncManager


def announce(role: str) -> None:
    print(f"{role}: pid {os.getpid()}")


def append(names: "ListProxy[str]") -> None:
    announce("child")
    names.append("redis")


def main() -> None:
    announce("main")
    manager = SyncManager()
    manager.start(initializer=announce, initargs=("server",))
    with manager:
        names = manager.list(["mongo"])
        print(f"main holds a {type(names).__name__}")
        print(f"running: {[p.name for p in multiprocessing.active_children()]}")
        child = multiprocessing.Process(target=append, args=(names,))
        child.start()
        child.join()
        print(f"main asked for a copy: {names[:]}")
    print(f"running: {multiprocessing.active_children()}")


if __name__ == "__main__":
    main()
