"""A parent that ends removes its Lock first, and then joins its children."""
# Expected: stderr.

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Lock


class Pause:
    """Makes a child late: unpickling it waits for the parent."""

    def __init__(self) -> None:
        self.reader, self.writer = multiprocessing.Pipe(duplex=False)

    def __setstate__(self, state: dict[str, Connection]) -> None:
        print(f"late: {state['reader'].recv()}")


class Greeter(multiprocessing.Process):
    """Has the lock as an attribute, so the lock lives as long as it does."""

    def __init__(self, pause: Pause, lock: Lock) -> None:
        super().__init__()
        self.pause = pause
        self.lock = lock

    def run(self) -> None:
        with self.lock:
            print("hello")

    def join(self, timeout: float | None = None) -> None:
        self.pause.writer.send("joining")
        super().join(timeout)


def main() -> None:
    child = Greeter(Pause(), multiprocessing.Lock())
    child.start()
    print("main() ends")


if __name__ == "__main__":
    main()
