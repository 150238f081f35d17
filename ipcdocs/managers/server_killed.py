"""A manager's server dies during a call: the caller gets EOFError."""
# Expected: stderr, exit status 1.

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from multiprocessing.managers import BaseManager


class Store:
    """An object in the server process that brings it down."""

    def load(self) -> None:
        """Be killed, as by Linux when memory runs out."""
        os.kill(os.getpid(), signal.SIGKILL)


class StoreManager(BaseManager):
    store: Callable[[], Store]  # made by register()


StoreManager.register("store", Store)


def main() -> None:
    # An address of TCP, as a killed server leaves a Unix socket's file behind.
    with StoreManager(address=("127.0.0.1", 0)) as manager:
        store = manager.store()
        print("calling")
        store.load()


if __name__ == "__main__":
    main()
