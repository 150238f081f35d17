"""One run of a program: what it printed, which process printed it, and what came of it."""

import asyncio
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from . import keeper
from .basics import Misuse, Unfit
from .hearing import MOST, Ear
from .programs import Program
from .runs import (
    SHM,
    Run,
    Said,
    Text,
    activity,
    alive,
    delays,
    end,
    has_ended,
    leftovers,
    once,
    processes,
    repetition,
)

TICK = 0.5
"""Seconds between two looks at what a run could do."""
GRACE = 5.0
"""Seconds that the fork server and the resource tracker have to end after main."""


def need_linux() -> None:
    """Raise Misuse where the kernel does not say who wrote a line."""
    if not hasattr(socket, "SO_PASSCRED"):
        raise Misuse(
            "checking and recording need Linux, whose kernel says which process wrote a line "
            "(SO_PASSCRED); 'list' and 'run' work here"
        )


def need_sockets(folder: str) -> None:
    """Raise Unfit if the path of a manager's socket, in this folder, would be too long.

    ``unix(7)`` allows 108 bytes with the one that ends it.
    """
    longest = len(os.fsencode(f"{folder}/tmp/pymp-12345678/listener-12345678"))
    if longest > 107:
        raise Unfit(
            f"the temporary folder {tempfile.gettempdir()} has too long a path: those of the "
            f"programs' sockets would have {longest} bytes, and 107 are allowed. Set TMPDIR=/tmp"
        )


def need_shared_memory(folder: str) -> None:
    """Raise Unfit if nothing can be put into shared memory."""
    path = SHM / Path(folder).name
    try:
        path.write_bytes(b"x")  # takes a page
    except OSError as error:
        raise Unfit(
            f"the programs cannot use shared memory: {error}. Make room in {SHM}, or mount it "
            "writable (in a container: --shm-size)"
        ) from None
    finally:
        path.unlink(missing_ok=True)


async def stillness(run: Run, seconds: float) -> Literal[True]:
    """Wait until for so long no process of the run has done anything."""
    loop = asyncio.get_running_loop()
    before, since = activity(run), loop.time()
    while not before or loop.time() - since < seconds:
        await asyncio.sleep(0.05)
        now = activity(run)
        if not now or now != before:
            before, since = now, loop.time()
    return True


async def repeating(run: Run, hear: Callable[[], None], times: int) -> Text:
    """Wait until so many processes have ended that wrote the same, and return what they wrote."""
    while True:
        ended = {one.pid for one in run.said if has_ended(one.pid)}
        hear()  # all that they wrote before they ended
        if text := repetition(run, ended, times):
            return text
        await asyncio.sleep(0.05)


async def exhaustion(run: Run, limit: float) -> Literal[False]:
    """Wait until the run has had so many seconds in which it could do something.

    Time in which its threads only waited for a processor does not count, because it says more
    about the machine than about the program. Nor does time in which this process had none.
    """
    loop = asyncio.get_running_loop()
    had, now = 0.0, loop.time()
    before: dict[str, tuple[float, float]] = {}
    while had < limit:
        await asyncio.sleep(min(TICK, limit - had))
        passed, now = min(loop.time() - now, 2 * TICK), loop.time()
        after = delays(run)
        worked, waited = (
            sum(times[part] - before.get(thread, (0, 0))[part] for thread, times in after.items())
            for part in range(2)
        )
        before = after
        had += max(passed - waited, min(worked, passed))
    return False


async def observe(
    program: Program,
    *,
    limit: float | None,
    still: float | None = None,
    repeats: int = 0,
    grace: float = GRACE,
    most: int | None = MOST,
    keep: bool = True,
    spare: bool = False,
    tell: Callable[[Run, Said], None] = lambda run, said: None,
    piece: Callable[[int, bool, bytes], None] | None = None,
    begun: Callable[[Run], None] = lambda run: None,
) -> Run:
    """Run a program and say what came of it.

    Cancelling ends every process of the run and removes all that it left.

    Args:
        program: what to start, and how.
        limit: seconds until the run is killed, which is one of its problems then. Time in which
            it waits for a processor does not count.
        still: seconds without a sign of life after which the run is killed, which is no problem
            but what ``Run.still`` tells. Time that a busy machine takes does not count.
        repeats: processes that have ended and have written the same, before it is killed, which
            is no problem but what ``Run.repeated`` tells; 0 if that is no reason.
        grace: seconds that the run's other processes have to end after main.
        most: bytes that it may print before it is killed, which is one of its problems then.
        keep: whether its lines are wanted in ``Run.said``.
        spare: whether what it leaves is only told, and neither ended nor removed.
        tell: called with the run and each line as soon as it is there.
        piece: called with a pid, whether it is standard error, and the bytes that it wrote.
        begun: called with the run as soon as its main process is there.

    Raises:
        Misuse: this is not Linux, or the machine cannot run it as it is now.
        OSError: there is no such interpreter, standard input or folder.
    """
    need_linux()
    keeper.clear_dead()
    loop = asyncio.get_running_loop()
    try:
        folder = tempfile.TemporaryDirectory(prefix=keeper.PREFIX, ignore_cleanup_errors=True)
    except OSError as error:
        raise Unfit(f"there is no room for temporary files: {error}") from None
    try:
        keeper.keep(folder.name)
        need_sockets(folder.name)
        need_shared_memory(folder.name)
    except Unfit:
        keeper.release(folder.name)
        folder.cleanup()
        raise
    run = Run(folder=folder.name, package=str(program.package), others=processes())
    ear = Ear(run, tell, piece, most, keep)
    main = None
    try:
        Path(run.folder, "tmp").mkdir()
        started = loop.time()
        main = start(program, run, ear)
        run.main = main.pid
        keeper.note(run)
        begun(run)
        over = asyncio.Event()
        pidfd = os.pidfd_open(main.pid)
        loop.add_reader(pidfd, over.set)
        loop.add_reader(ear.socket, ear.hear)
        try:
            waits = [asyncio.create_task(event.wait()) for event in (over, ear.stop)]
            late = [] if limit is None else [asyncio.create_task(exhaustion(run, limit))]
            calm = [] if still is None else [asyncio.create_task(stillness(run, still))]
            again = [asyncio.create_task(repeating(run, ear.hear, repeats))] if repeats else []
            every = [*waits, *late, *calm, *again]
            await asyncio.wait(every, return_when=asyncio.FIRST_COMPLETED)
            if again and again[0].done() and not over.is_set():
                run.repeated = repeats
                run.said[:] = once(run, again[0].result())
                ear.rest.clear()
            elif calm and calm[0].done() and calm[0].result() and not over.is_set():
                run.still = still
        finally:
            for wait in every:
                wait.cancel()
            loop.remove_reader(pidfd)
            os.close(pidfd)
        run.seconds = loop.time() - started
        if ear.stop.is_set():
            if not ear.error:
                run.problems.append(f"printed more than {most:,} bytes, and was stopped")
        elif not run.stopped and not over.is_set():
            run.problems.append(f"still ran after its limit of {limit:g} s, and was stopped")
        elif not run.stopped:
            deadline = time.monotonic() + grace
            while (left := alive(run)) and time.monotonic() < deadline:
                await asyncio.sleep(0.01)
            run.left = left
            run.problems += [f"left a process behind: {pid} {what}" for pid, what in left.items()]
    finally:
        loop.remove_reader(ear.socket)
        spared = spare and main is not None and not run.stopped and main.poll() is not None
        if not spared:
            end(run)
        if main:
            run.status = main.wait()
        ear.close(last_words=not run.stopped)  # else they are about having been killed
        left_files = leftovers(run, remove=not spared)  # always, as it removes them
        if not run.stopped:  # what is killed cannot clean up
            run.problems = [*run.problems, *left_files] if spared else run.problems or left_files
        program.collect(run.folder)
        keeper.release(run.folder)
        folder.cleanup()
    if ear.error:
        raise ear.error
    return run


def start(program: Program, run: Run, ear: Ear) -> "subprocess.Popen[bytes]":
    """Start it, with its output to the ear."""
    source = program.stdin
    with open(os.devnull if isinstance(source, int) else source, "rb") as file:  # noqa: PTH123
        return subprocess.Popen(
            [program.python, *program.arguments],
            stdin=source if isinstance(source, int) else file,
            stdout=ear.mouths[0].fileno(),
            stderr=ear.mouths[1].fileno(),
            cwd=program.folder(run.folder),
            start_new_session=program.apart,
            preexec_fn=program.prepare,
            env=program.variables(run.folder),
        )
