"""A manager without a name runs for as long as one of its proxies is kept."""

from __future__ import annotations

import multiprocessing
from multiprocessing.managers import DictProxy
from multiprocessing.synchronize import Event


def running() -> list[str]:
    return [child.name for child in multiprocessing.active_children()]


def add_port(ports: DictProxy[str, int], go: Event) -> None:
    go.wait()
    try:
        ports["mongo"] = 27017
    except FileNotFoundError as error:
        print(f"child: FileNotFoundError: {error}")


def main() -> None:
    ports = multiprocessing.Manager().dict()
    print(f"proxy kept: {running()}")
    del ports
    print(f"proxy deleted: {running()}")

    go = multiprocessing.Event()
    child = multiprocessing.Process(
        target=add_port, args=(multiprocessing.Manager().dict(), go)
    )
    print(f"child not started: {running()}")
    child.start()
    print(f"child started: {running()}")
    go.set()
    child.join()


if __name__ == "__main__":
    main()
