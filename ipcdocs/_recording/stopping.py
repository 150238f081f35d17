"""How a command ends: well, for misuse, without a reader, or because it is stopped."""

import asyncio
import io
import os
import signal
import sys
from collections.abc import Callable, Coroutine, Iterable
from typing import TypeVar

from .basics import Misuse

T = TypeVar("T")


def well_ended(work: Callable[[], int]) -> int:
    """The exit status of the work: 2 for misuse and for output that goes nowhere, 130 if stopped.

    What was wrong is told on standard error.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        status = work()
        if sys.stdout:
            sys.stdout.flush()
        return status
    except Misuse as error:
        print(f"ipcdocs: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        if sys.stdout:  # whoever read it has gone, or there is no room: the rest goes nowhere
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            print(f"ipcdocs: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("ipcdocs: stopped; everything that was started has been ended", file=sys.stderr)
        return 130


def do(work: Coroutine[object, object, T]) -> T:
    """Do the work; whatever asks the program to stop, once or often, ends what was started."""

    stopped = False

    async def stoppable() -> T:
        task = asyncio.ensure_future(work)

        def stop() -> None:
            nonlocal stopped
            stopped = True
            task.cancel()

        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
            if signal.getsignal(each) is not signal.SIG_IGN:
                asyncio.get_running_loop().add_signal_handler(each, stop)
        return await task

    try:
        result = asyncio.run(stoppable())
    except (Exception, asyncio.CancelledError):  # what failed meanwhile is no reason to go on
        if not stopped:
            raise
        raise KeyboardInterrupt from None
    if stopped:
        raise KeyboardInterrupt
    return result


async def together(work: Iterable[Coroutine[object, object, T]]) -> list[T]:
    """Do all of it at the same time; the first error ends all, and is raised by itself."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(each) for each in work]
    except BaseExceptionGroup as several:
        raise several.exceptions[0] from None
    return [task.result() for task in tasks]
