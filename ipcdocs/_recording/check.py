"""Compare examples with their recordings."""

import asyncio
import difflib
import multiprocessing
import os
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from .examples import METHODS, VERSIONS, Example, Misuse, Unfit
from .observe import observe
from .pythons import Python
from .runs import Run, ending
from .transcript import Transcript, always_fixed, read, transcript

T = TypeVar("T")
AT_ONCE = max(2, os.cpu_count() or 2)

SLOWER = (0.15, 0.5, 1.5)
"""Seconds by which processes are slowed down: more, if less has not shown what is to be seen."""
SLOWED = tuple((bit, value) for bit in range(4) for value in (0, 1))
"""Runs that slow some processes down: two whose numbers differ in a bit come in both orders."""


class Unlike(Exception):
    """An example does not do what its recording says, or not the same twice."""


@dataclass(frozen=True)
class Job:
    """One check: of what an example prints under ``method``, or of the order in ``path``."""

    example: Example
    python: Python
    method: str | None
    path: Path | None

    def __str__(self) -> str:
        part = self.method or f"order of {self.path.name if self.path else 'nothing'}"
        return f"{self.example.name}, {part}, Python {self.python.release}"


@dataclass(frozen=True)
class Verdict:
    """What came of a job: ``problem`` is empty if all is as recorded.

    ``seconds`` is how long the check took, ``runs`` how long each of its runs did.
    """

    job: Job
    problem: str
    seconds: float
    runs: tuple[float, ...]

    def __str__(self) -> str:
        return f"{self.job}: {self.problem or 'as recorded'}"


def methods_here() -> list[str]:
    """The start methods that this platform has."""
    here = multiprocessing.get_all_start_methods()
    return [method for method in METHODS if method in here]


def command(example: Example, path: Path) -> str:
    """The command that prints what this recording holds."""
    cells = [(method, version) for method in METHODS for version in VERSIONS]
    served = {method for method, version in cells if example.recording(method, version) == path}
    return command_for(example, [method for method in METHODS if method in served])


def command_for(example: Example, methods: Sequence[str]) -> str:
    if len(methods) == len(METHODS):
        return example.command
    return f"python -m ipcdocs run {example.name} --start-method {methods[0]}"


def differences(old: str, new: str, name: str, now: str) -> str:
    """A unified diff from a recording to what was printed now."""
    rows = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), name, now, n=2
    )
    return "".join(
        row if row.endswith("\n") else f"{row}\n\\ no newline at the end\n" for row in rows
    )


async def together(work: Iterable[Coroutine[object, object, T]]) -> list[T]:
    """Do all of it at the same time; the first error ends all, and is raised by itself."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(each) for each in work]
    except BaseExceptionGroup as several:
        raise several.exceptions[0] from None
    return [task.result() for task in tasks]


async def run(example: Example, method: str, python: Python, slow: str = "") -> Run:
    """Run an example and make sure that it did nothing unannounced.

    Raises:
        Unlike: it did, with what it printed.
    """
    expected = example.expected
    patience = 4 if slow else 1
    done = await observe(
        example.arguments,
        method,
        limit=expected.limit * patience,
        still=expected.still and expected.still * patience,
        repeats=expected.repeats,
        python=python.path,
        stdin=example.stdin,
        package=example.package,
        slow=slow,
    )
    done.still = done.still and expected.still
    problems = list(done.problems)
    if not problems and not done.stopped and done.status not in expected.statuses:
        problems.append(f"ended with {ending(done.status) or 'exit status 0'}, not announced")
    if not problems and not expected.stderr and any(said.stderr for said in done.said):
        problems.append("wrote to standard error, not announced")
    if problems:
        said = told(example, done).text(example.command)
        raise Unlike(
            f"{'; '.join(problems)}. It printed:\n{said}"
            "Mend the example, or announce what it may do: CONTRIBUTING says how"
        )
    return done


def told(example: Example, run: Run) -> Transcript:
    """What a run of this example printed, as it is recorded."""
    return transcript(run, example.expected.ranges)


def compare_output(example: Example, path: Path, now: Transcript) -> None:
    """Compare a run with a recording.

    Raises:
        Unlike: they differ, or the file is no recording.
    """
    mend = f"python -m ipcdocs record {example.name}"
    try:
        recorded = read(path)[1]
    except ValueError as error:
        raise Unlike(f"{error}. To make it anew: {mend}") from None
    old = path.read_bytes().decode()
    new = now.promising(recorded.fixed_keys()).text(command(example, path))
    if old != new:
        diff = differences(old, new, f"{path.name} (recorded)", "printed now")
        raise Unlike(
            f"the output differs from {path.name}.\n{diff}If the new output is right: "
            f"{mend}, then see that the pages still say so"
        )


def compare_order(example: Example, path: Path, seen: Sequence[Transcript], last: bool) -> bool:
    """Whether these runs show each free line of a recording in several places, and no other.

    Args:
        last: there will be no other runs that may yet show it.

    Raises:
        Unlike: a line moved whose place is promised, or, if ``last``, a free one did not.
    """
    mend = f"To see and mend: python -m ipcdocs record {example.name}"
    try:
        recorded = read(path)[1]
    except ValueError as error:
        raise Unlike(f"{error}. {mend}") from None
    promised = recorded.fixed_keys()
    if any(one.by_writer() != recorded.by_writer() for one in seen):
        raise Unlike(f"it prints something else when some of its processes are slow. {mend}")
    fixed = always_fixed([recorded, *seen])
    if moved := promised - fixed:
        writer, n = min(moved)
        raise Unlike(
            f"{path.name} promises the place of line {n + 1} of {writer}, but the line "
            f"changes places when some processes are slow. {mend}"
        )
    if last and fixed != promised:
        writer, n = min(fixed - promised)
        raise Unlike(
            f"{path.name} says that line {n + 1} of {writer} may change places, "
            f"but it never does. {mend}"
        )
    return fixed == promised


async def slowed_runs(job: Job, methods: Sequence[str], seconds: float) -> list[Run]:
    """Run with some of the processes slow, in several ways at the same time."""
    slow = [f"{bit} {value} {seconds}" for bit, value in SLOWED]
    return await together(
        run(job.example, methods[n % len(methods)], job.python, each)
        for n, each in enumerate(slow)
    )


def methods_of(job: Job) -> list[str]:
    """The start methods under which the recording of a job holds."""
    version = job.python.version
    return [m for m in methods_here() if job.example.recording(m, version) == job.path]


async def do(job: Job) -> AsyncIterator[Run]:
    """Do what a job asks for, and give the runs.

    Raises:
        Unlike: a run differs from the recording, or there is none.
    """
    example = job.example
    if job.method:
        path = example.recording(job.method, job.python.version)
        if not path:
            raise Unlike(f"no recording. To make it: python -m ipcdocs record {example.name}")
        done = await run(example, job.method, job.python)
        yield done
        compare_output(example, path, told(example, done))
    elif job.path:
        seen: list[Transcript] = []
        for seconds in SLOWER:
            runs = await slowed_runs(job, methods_of(job), seconds)
            for done in runs:
                yield done
            seen += [told(example, done) for done in runs]
            if compare_order(example, job.path, seen, seconds == SLOWER[-1]):
                break


def several_writers(path: Path) -> bool:
    """Whether more than one process wrote; a file that cannot be read has other problems."""
    try:
        return len({line.writer for line in read(path)[1].lines}) > 1
    except ValueError:
        return False


def jobs(chosen: Sequence[Example], methods: Sequence[str], python: Python) -> list[Job]:
    """What there is to check: each example under each method, and the order of processes."""
    found: list[Job] = []
    for example in chosen:
        if not example.expected.holds_on(python.release):
            continue
        found += [Job(example, python, method, None) for method in methods]
        for path in {example.recording(method, python.version): None for method in methods}:
            if path and several_writers(path):
                found.append(Job(example, python, None, path))
    return found


async def check(job: Job) -> Verdict:
    """Do a job and say what came of it."""
    loop = asyncio.get_running_loop()
    started, problem = loop.time(), ""
    runs: list[float] = []
    try:
        async for done in do(job):
            runs.append(done.seconds)
    except Unfit:
        raise
    except (Unlike, ValueError, Misuse) as error:
        problem = str(error)
    return Verdict(job, problem, loop.time() - started, tuple(runs))


async def check_all(todo: Iterable[Job], tell: Callable[[Verdict], None]) -> None:
    """Do all jobs, two at once for each core, and tell each verdict when it is there."""
    gate = asyncio.Semaphore(2 * AT_ONCE)  # programs often wait, for each other and on purpose

    async def gated(job: Job) -> None:
        async with gate:
            tell(await check(job))

    await together(gated(job) for job in todo)
