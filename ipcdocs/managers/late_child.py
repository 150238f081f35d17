"""A child uses its proxy after the manager's `with` block has ended."""
# Expected: stderr.

from __future__ import annotations

import multiprocessing
from multiprocessing.managers import DictProxy
from multiprocessing.synchronize import Event


def add_port(ports: DictProxy[str, int], go: Event) -> None:
    go.wait()
    ports["mongo"] = 27017


def main() -> None:
    go = multiprocessing.Event()
    with multiprocessing.Manager() as manager:
        ports = manager.dict()
        child = multiprocessing.Process(target=add_port, args=(ports, go))
        child.start()
    print("the with block has ended")
    go.set()
    child.join()
    print(f"exit code {child.exitcode}")


if __name__ == "__main__":
    main()
