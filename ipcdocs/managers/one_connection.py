"""A proxy after os.fork(): two processes share one connection."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.managers import BaseManager


class Service:
    def fatal(self, caller: int) -> str:
        """Kill the caller, and answer when it is gone."""
        with suppress(ProcessLookupError):
            while True:
                os.kill(caller, signal.SIGKILL)
        return "for the child"

    def echo(self, text: str) -> str:
        return text


class ServiceManager(BaseManager):
    service: Callable[[], Service]  # made by register()


ServiceManager.register("service", Service)


def call(service: Service) -> None:
    service.fatal(os.getpid())


def by_process(service: Service) -> int | None:
    child = multiprocessing.Process(target=call, args=(service,))
    child.start()
    child.join()
    return child.exitcode


def by_fork(service: Service) -> int:
    if not (pid := os.fork()):
        call(service)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def main() -> None:
    for start in (by_process, by_fork):
        with ServiceManager() as manager:
            service = manager.service()
            print(f"before {start.__name__}: {service.echo('zero')}")
            print(f"exit code of the child: {start(service)}")
            print(f"after it: {service.echo('one')}, {service.echo('two')}")


if __name__ == "__main__":
    main()
