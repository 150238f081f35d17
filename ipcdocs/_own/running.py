"""``run``: a program as the reader would start it, with the writer of each line."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .._recording.observe import observe
from .._recording.runs import Run
from .program import OwnProgram, own_environment
from .screen import Screen

STOPS = (signal.SIGINT, signal.SIGTERM) + (
    () if sys.platform == "win32" else (signal.SIGHUP, signal.SIGQUIT)
)
GRACE = 5.0
"""Seconds that other processes have to end after main, before it is told that they are left."""
AS_SOCKET = re.compile(
    rb"Message too long|No such device or address.*(?:/dev/std|/dev/fd/|/proc/self/fd/)"
    rb"|(?:/dev/std\w+|/dev/fd/\d|/proc/self/fd/\d).*No such device or address"
)


@contextmanager
def passing_on(mask: set[signal.Signals], run: Run) -> Iterator[None]:
    """Let the signals of ``mask``, which are blocked here, reach the main process of the run.

    What comes from the terminal has reached it already: it is in the same process group.
    """
    over = threading.Event()

    def wait() -> None:
        while not over.is_set():
            signalled = signal.sigtimedwait(mask, 0.1)
            if signalled and signalled.si_code <= 0:
                with suppress(ProcessLookupError):
                    os.kill(run.main, signalled.si_signo)

    thread = threading.Thread(target=wait, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def run_own(
    arguments: list[str], python: str, method: str | None = None, limit: float | None = None
) -> int:
    """Run a reader's program, print what it prints, then what it has left. Returns its status.

    Raises:
        Misuse: it cannot be run here.
    """
    out = sys.stdout
    screen = Screen(out.buffer, out.encoding)
    mask = {each for each in STOPS if signal.getsignal(each) is not signal.SIG_IGN}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, mask)
    terminals = "12" if out.isatty() else ""
    stdin: Path | int = 0 if sys.stdin else Path(os.devnull)
    program = OwnProgram(
        arguments, method, python, stdin, terminals=terminals, mask=frozenset(before)
    )
    limited = False

    def piece(pid: int, stderr: bool, data: bytes) -> None:
        nonlocal limited
        limited = limited or bool(AS_SOCKET.search(data))
        screen.piece(pid, stderr, data)

    async def work() -> Run:
        passing = None

        def begun(run: Run) -> None:
            nonlocal passing
            screen.main = run.main
            passing = passing_on(mask, run)
            passing.__enter__()

        try:
            return await observe(
                program,
                limit=limit,
                grace=GRACE,
                most=None,
                keep=False,
                spare=True,
                piece=piece,
                begun=begun,
            )
        finally:
            if passing:
                passing.__exit__(None, None, None)

    try:
        run = asyncio.run(work())
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    screen.finish()
    tell_leftovers(run, program)
    if limited:
        say(
            "standard output and error are sockets here, so that the kernel says who writes. A "
            "program cannot open /dev/stdout then, nor write a few 100 kB at once but "
            "through Python's streams: if that was the trouble, add --no-writers"
        )
    return run.status if run.status >= 0 else 128 - run.status


def say(text: str) -> None:
    """Say something that is not the program's."""
    print(f"ipcdocs: {text}", file=sys.stderr, flush=True)


MOST = 10
"""Names of files that are listed."""


def tell_leftovers(run: Run, program: OwnProgram) -> None:
    """Say what is left of a run, which is left alone."""
    for pid, command in run.left.items():
        say(f"left running: {pid} {command}; what it prints now is lost")
    for problem in run.problems:
        if not problem.startswith("left a process behind"):
            say(problem)
    files = program.notes.files
    for path in files[:MOST]:
        say(f"left the {'folder' if path.is_dir() else 'file'} {path}")
    if len(files) > MOST:
        say(f"left {len(files) - MOST} more files")
    if not run.problems and not files:
        say("nothing is left: no process, no shared memory, no semaphore, no file")


def run_plain(
    arguments: list[str], python: str, method: str | None = None, limit: float | None = None
) -> int:
    """Run a program on the reader's own streams; nobody watches. Returns its status."""
    variables = dict(os.environ)
    if method:
        variables = own_environment(method, "")
        del variables["IPCDOCS_NOTES"]
    with subprocess.Popen([python, *arguments], env=variables) as running:
        before = [(each, signal.signal(each, signal.SIG_IGN)) for each in (signal.SIGINT,)]
        try:
            status = running.wait(limit)
        except subprocess.TimeoutExpired:
            running.kill()
            status = running.wait()
            say(f"still ran after its limit of {limit:g} s, and was stopped")
        finally:
            for each, handler in before:
                signal.signal(each, handler)
    return status if status >= 0 else 128 - status
