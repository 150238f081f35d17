"""A proxy made inside args=: its dict is gone before the child asks."""

from __future__ import annotations

import multiprocessing
import re
from multiprocessing.managers import DictProxy, RemoteError
from multiprocessing.synchronize import Event
from multiprocessing.util import register_after_fork


class Pause:
    """Makes a child late: it waits before it takes over its proxies."""

    def __init__(self) -> None:
        self.__setstate__({"go": multiprocessing.Event()})

    def __setstate__(self, state: dict[str, Event]) -> None:
        self.go = state["go"]
        register_after_fork(self, Pause.wait)

    def wait(self) -> None:
        self.go.wait()


def add_port(pause: Pause, ports: DictProxy[str, int]) -> None:
    try:
        ports["mongo"] = 27017
    except RemoteError as error:
        *_, last, _ = str(error).splitlines()
        last = re.sub(r"[0-9a-f]{8,}", "…", last)  # the id is random
        print(f"{type(error).__name__} ends in: {last}")


def main() -> None:
    with multiprocessing.Manager() as manager:
        pause = Pause()
        child = multiprocessing.Process(
            target=add_port, args=(pause, manager.dict(mongo=0))
        )
        child.start()
        # From here on nothing in the parent refers to the proxy.
        pause.go.set()
        child.join()
        print(f"exit code {child.exitcode}")


if __name__ == "__main__":
    main()
