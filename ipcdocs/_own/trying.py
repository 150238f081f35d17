"""One run of a reader's program under a start method, to be compared with others."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from .._recording.basics import Misuse
from .._recording.observe import need_linux, observe
from .._recording.runs import Run, Said, ending
from .feed import Feed
from .likeness import Shown, lines
from .notes import Notes
from .program import OwnProgram, own_environment

LIMIT = 60.0
"""Seconds that a run has, if the reader sets no limit."""
STILL = 10.0
"""Seconds in which nothing of a run moves, before it is taken for a hang; without a limit."""
TIMES = 10
"""Processes that have failed alike, before it is believed that it goes on for ever."""
MOST = 64_000_000
"""Bytes that a run may print."""


class Tried(OwnProgram):
    """A program that is compared: in a session of its own, as it is run several times."""

    apart: ClassVar[bool] = True


@dataclass(frozen=True)
class Outcome:
    """What came of a run under a start method."""

    method: str
    run: Run
    notes: Notes
    shown: list[Shown]

    @property
    def endings(self) -> tuple[str, ...]:
        """How it ended, and the kinds of things that it left."""
        kinds = {kind_of(problem) for problem in self.run.problems}
        return (self.ending, *sorted(kinds))

    @property
    def ending(self) -> str:
        """How its main process ended."""
        if self.run.stopped:
            return self.run.ending
        if any(problem.startswith("still ran") for problem in self.run.problems):
            return "still ran after its limit"
        return ending(self.run.status) or "exit status 0"

    @property
    def errors(self) -> str:
        """What it wrote to standard error, each process by itself."""
        by_pid: dict[int, list[str]] = {}
        for one in self.run.said:
            if one.stderr:
                by_pid.setdefault(one.pid, []).append(one.text)
        return "\n".join(line for said in by_pid.values() for line in said)


def kind_of(problem: str) -> str:
    """A problem without what differs from run to run."""
    for words, kind in (
        ("left a process", "left a process running"),
        ("left /dev/shm/sem", "left a semaphore"),
        ("left /dev/shm", "left shared memory"),
    ):
        if problem.startswith(words):
            return kind
    return problem


async def tried(
    arguments: Sequence[str],
    python: str,
    method: str,
    limit: float | None,
    feed: Feed,
    begun: Callable[[Run], None] = lambda run: None,
) -> Outcome:
    """Run a program under a start method.

    Raises:
        Misuse: it cannot be run here.
    """
    program = Tried(list(arguments), method, python, feed.open(), causes=True)

    def began(run: Run) -> None:
        feed.begin()
        begun(run)

    try:
        run = await observe(
            program,
            limit=limit or LIMIT,
            still=None if limit else STILL,
            repeats=0 if limit else TIMES,
            most=MOST,
            begun=began,
        )
    finally:
        feed.end()
    return Outcome(method, run, program.notes, lines(run, program.notes, method))


def tried_plainly(
    arguments: Sequence[str], python: str, method: str, limit: float | None, feed: Feed
) -> Outcome:
    """The same where the kernel does not say who wrote: all lines are of one writer."""
    run, notes = Run(main=1), Notes()
    with tempfile.TemporaryDirectory(prefix="ipcdocs-notes-") as folder:
        variables = own_environment(method, folder, causes=True)
        source = feed.open()
        with open(os.devnull if isinstance(source, int) else source, "rb") as file:  # noqa: PTH123
            running = subprocess.Popen(
                [python, *arguments],
                stdin=source if isinstance(source, int) else file,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=variables,
                start_new_session=sys.platform != "win32",
            )
        feed.begin()
        try:
            out, err = running.communicate(timeout=limit or LIMIT)
        except subprocess.TimeoutExpired:
            run.problems.append(
                f"still ran after its limit of {limit or LIMIT:g} s, and was stopped"
            )
            end_all(running)
            out, err = running.communicate()
        except BaseException:
            end_all(running)
            raise
        finally:
            feed.end()
        notes.read(Path(folder))
    for stderr, data in ((False, out), (True, err)):
        text = data.decode("utf-8", "backslashreplace").replace("\r\n", "\n")
        run.said += [Said(1, stderr, line) for line in text.removesuffix("\n").split("\n") if text]
    run.status = running.returncode
    return Outcome(method, run, notes, lines(run, notes, method))


def end_all(running: "subprocess.Popen[bytes]") -> None:
    """End a program with its children."""
    if sys.platform == "win32":
        subprocess.call(["taskkill", "/F", "/T", "/PID", str(running.pid)])
    else:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)


def watched() -> bool:
    """Whether the kernel says here which process wrote a line."""
    try:
        need_linux()
    except Misuse:
        return False
    return True
