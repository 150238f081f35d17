"""Ctrl-C during a call to a manager: after it, each answer is one too late."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.managers import BaseManager


class Service:
    def __init__(self) -> None:
        self._go = threading.Event()

    def slow(self, pid: int) -> str:
        """Interrupt the caller, and answer when finish() says so."""
        os.kill(pid, signal.SIGINT)
        self._go.wait()
        return "slow"

    def finish(self) -> str:
        self._go.set()
        return "finish"

    def echo(self, text: str) -> str:
        return text


class ServiceManager(BaseManager):
    service: Callable[[], Service]  # made by register()


ServiceManager.register("service", Service)


def main() -> None:
    with ServiceManager() as manager:
        service = manager.service()
        try:
            service.slow(os.getpid())
        except KeyboardInterrupt:
            print("slow() was interrupted")
        with ThreadPoolExecutor(1) as executor:
            answer = executor.submit(service.finish).result()
        print(f"finish() in a new thread: {answer}")
        for text in ("one", "two"):
            print(f"echo({text!r}): {service.echo(text)}")


if __name__ == "__main__":
    main()
