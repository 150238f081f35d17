"""One run of a program: what it printed, and which process printed it.

Linux only, because the kernel says who wrote: standard output and error are datagram sockets
(``SO_PASSCRED`` in unix(7)), so that a piece arrives whole, with its writer's pid, and the
pieces of both streams in the order in which they were written.
"""

import asyncio
import os
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from .examples import PACKAGE, Misuse, Unfit
from .runs import (
    SHM,
    Run,
    Said,
    Text,
    activity,
    alive,
    end,
    has_ended,
    leftovers,
    once,
    processes,
    repetition,
)

STARTUP = Path(__file__).with_name("startup")
MOST = 1_000_000
"""Bytes that a run may print."""
GRACE = 5.0
"""Seconds that the fork server and the resource tracker have to end after main."""


def environment(method: str, package: Path = PACKAGE) -> dict[str, str]:
    """Variables that make ``method`` the default start method of a Python started with them.

    Raises:
        Misuse: the package is where PYTHONPATH cannot name it.
    """
    if os.pathsep in f"{package}{STARTUP}":
        raise Misuse(
            f"programs cannot be run below {package}: there is a {os.pathsep!r} in its path"
        )
    return {
        "PYTHONPATH": os.pathsep.join(map(str, (STARTUP, package.parent))),
        "IPCDOCS_START_METHOD": method,
    }


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


def interruptible() -> None:
    """Do not ignore Ctrl-C, as what is started in the background of a shell script does."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Ear:
    """Hears what the processes of a run print, and joins pieces to lines."""

    def __init__(self, run: Run, tell: Callable[[Run, Said], None]) -> None:
        self.run, self.tell = run, tell
        self.stop = asyncio.Event()
        self.error: Exception | None = None
        self.heard = 0
        self.rest: dict[tuple[int, bool], tuple[bytes, int]] = {}
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self.socket.bind("")
        self.socket.setblocking(False)
        self.mouths = [socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) for _ in range(2)]
        for mouth in self.mouths:
            mouth.bind("")
            mouth.connect(self.socket.getsockname())
        descriptors = [Path(f"/proc/self/fd/{mouth.fileno()}") for mouth in self.mouths]
        run.mouths = {str(descriptor.readlink()) for descriptor in descriptors}
        self.to_stderr = self.mouths[1].getsockname()

    def hear(self) -> None:
        """Take in everything that has been written until now."""
        while True:
            try:
                data, more, _, sender = self.socket.recvmsg(1 << 18, socket.CMSG_SPACE(12))
            except BlockingIOError:
                return
            pid = struct.unpack("3i", more[0][2])[0]
            self.heard += len(data)
            if self.heard > MOST:
                self.stop.set()
                return
            key = pid, sender == self.to_stderr
            begun, _ = self.rest.pop(key, (b"", 0))
            *lines, rest = (begun + data).split(b"\n")
            for line in lines:
                self.add(key, line.decode("utf-8", "backslashreplace"), len(self.run.said))
            self.rest[key] = rest, len(self.run.said)

    def add(self, key: tuple[int, bool], text: str, place: int) -> None:
        said = Said(*key, text)
        self.run.said.insert(place, said)
        try:
            self.tell(self.run, said)
        except Exception as error:  # it would be lost in the event loop
            self.error = self.error or error
            self.stop.set()

    def close(self, last_words: bool) -> None:
        """Hear what is left, if that is wanted, then let go."""
        if last_words:
            self.hear()
        unfinished = [(key, *rest) for key, rest in self.rest.items() if rest[0]]
        for before, (key, rest, place) in enumerate(unfinished):
            text = rest.decode("utf-8", "backslashreplace") + "⟨no newline⟩"
            self.add(key, text, place + before)
        for each in (self.socket, *self.mouths):
            each.close()


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


async def repeating(run: Run, hear: Callable[[], None]) -> Text:
    """Wait until several processes have ended that wrote the same, and return what they wrote."""
    while True:
        ended = {one.pid for one in run.said if has_ended(one.pid)}
        hear()  # all that they wrote before they ended
        if text := repetition(run, ended):
            return text
        await asyncio.sleep(0.05)


async def observe(
    arguments: Sequence[str],
    method: str,
    *,
    limit: float,
    still: float | None = None,
    repeats: bool = False,
    python: str = sys.executable,
    stdin: Path = Path(os.devnull),
    package: Path = PACKAGE,
    slow: str = "",
    grace: float = GRACE,
    tell: Callable[[Run, Said], None] = lambda run, said: None,
) -> Run:
    """Run Python with these arguments under a start method and say what came of it.

    Cancelling ends every process of the run and removes all that it left.

    Args:
        arguments: what comes after ``python``.
        method: "fork", "spawn" or "forkserver".
        limit: seconds until the run is killed, which is one of its problems then.
        still: seconds without a sign of life after which the run is killed, which is no problem
            but what ``Run.still`` tells. Time that a busy machine takes does not count.
        repeats: whether it may go on and on, each new process writing the same: then it is
            killed, which is no problem but what ``Run.repeated`` tells.
        python: the interpreter.
        stdin: the file that is its standard input.
        package: what is imported as ``ipcdocs``.
        slow: which processes to slow down, as ``startup`` reads it.
        grace: seconds that the run's other processes have to end after main.
        tell: called with the run and each line as soon as it is there.
    """
    need_linux()
    loop = asyncio.get_running_loop()
    try:
        folder = tempfile.TemporaryDirectory(prefix="ipcdocs-", ignore_cleanup_errors=True)
    except OSError as error:
        raise Unfit(f"there is no room for temporary files: {error}") from None
    try:
        need_sockets(folder.name)
        need_shared_memory(folder.name)
    except Unfit:
        folder.cleanup()
        raise
    run = Run(folder=folder.name, package=str(package), others=processes())
    ear = Ear(run, tell)
    home = Path(run.folder, "tmp")
    main = None
    try:
        home.mkdir()
        started = loop.time()
        with stdin.open("rb") as source:
            main = subprocess.Popen(
                [python, *arguments],
                stdin=source,
                stdout=ear.mouths[0].fileno(),
                stderr=ear.mouths[1].fileno(),
                cwd=home,
                start_new_session=True,
                preexec_fn=interruptible,
                env={
                    "PATH": os.defpath,
                    "LANG": "C.UTF-8",
                    "HOME": str(home),
                    "TMPDIR": str(home),
                    "PYTHONDONTWRITEBYTECODE": "1",
                    "IPCDOCS_RUN": run.folder,
                    "IPCDOCS_SLOW": slow,
                    **environment(method, package),
                },
            )
        run.main = main.pid
        over = asyncio.Event()
        pidfd = os.pidfd_open(main.pid)
        loop.add_reader(pidfd, over.set)
        loop.add_reader(ear.socket, ear.hear)
        try:
            waits = [asyncio.create_task(event.wait()) for event in (over, ear.stop)]
            if still is not None:
                waits.append(asyncio.create_task(stillness(run, still)))
            again = [asyncio.create_task(repeating(run, ear.hear))] if repeats else []
            await asyncio.wait(
                [*waits, *again], timeout=limit, return_when=asyncio.FIRST_COMPLETED
            )
            if again and again[0].done() and not over.is_set():
                run.repeated = True
                run.said[:] = once(run, again[0].result())
                ear.rest.clear()
            elif not over.is_set() and any(wait.done() and wait.result() for wait in waits[2:]):
                run.still = still
        finally:
            for wait in (*waits, *again):
                wait.cancel()
            loop.remove_reader(pidfd)
            os.close(pidfd)
        run.seconds = loop.time() - started
        if ear.stop.is_set():
            run.problems.append(f"printed more than {MOST:,} bytes, and was stopped")
        elif not run.stopped and not over.is_set():
            run.problems.append(f"still ran after its limit of {limit:g} s, and was stopped")
        elif not run.stopped:
            deadline = time.monotonic() + grace
            while (left := alive(run)) and time.monotonic() < deadline:
                await asyncio.sleep(0.01)
            run.problems += [f"left a process behind: {pid} {what}" for pid, what in left.items()]
    finally:
        loop.remove_reader(ear.socket)
        end(run)
        if main:
            run.status = main.wait()
        ear.close(last_words=not run.stopped)  # else they are about having been killed
        left_files = leftovers(run)  # always, as it removes them
        if not run.stopped:  # what is killed cannot clean up
            run.problems = run.problems or left_files
        folder.cleanup()
    if ear.error:
        raise ear.error
    return run
