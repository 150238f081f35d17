"""Ctrl-C during a call to a manager: after it, each answer is one too late."""

from __future__ import annotations

import os
import queue
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.managers import BaseManager


class Service:
    def __init__(self) -> None:
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()

    def slow(self, pid: int) -> str:
        """Interrupt the caller, and answer what finish() says."""
        os.kill(pid, signal.SIGINT)
        return self._answers.get()

    def finish(self) -> str:
        self._answers.put("slow")
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
