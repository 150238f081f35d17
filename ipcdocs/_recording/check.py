"""Compare examples with their recordings."""

import asyncio
import difflib
import multiprocessing
import os
import sys
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from .examples import METHODS, VERSIONS, Example, Misuse, Version
from .observe import observe
from .runs import Run
from .transcript import Transcript, always_fixed, closing, read, transcript

T = TypeVar("T")
RUNNING: Version = (sys.version_info.major, sys.version_info.minor)
AT_ONCE = max(2, os.cpu_count() or 2)

SLOWED = tuple((bit, value) for bit in range(4) for value in (0, 1))
"""Runs that slow some processes down: two whose numbers differ in a bit come in both orders."""


class Unlike(Exception):
    """An example does not do what its recording says, or not the same twice."""


@dataclass(frozen=True)
class Verdict:
    """What came of one check: ``problem`` is empty if all is as recorded."""

    subject: str
    problem: str
    seconds: float

    def __str__(self) -> str:
        return f"{self.subject}: {self.problem or 'as recorded'}"


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


async def run(example: Example, method: str, python: str = sys.executable, slow: str = "") -> Run:
    """Run an example and make sure that it did nothing unannounced.

    Raises:
        Unlike: it did, with what it printed.
    """
    expected = example.expected
    limit = expected.limit * (4 if slow else 1)
    done = await observe(example.arguments, method, limit=limit, python=python, slow=slow)
    problems = list(done.problems)
    if not problems and done.status not in expected.statuses:
        problems.append(f"ended with {closing(done.status) or 'exit status 0'}, not announced")
    if not problems and not expected.stderr and any(said.stderr for said in done.said):
        problems.append("wrote to standard error, not announced")
    if problems:
        said = transcript(done).text(example.command)
        raise Unlike(
            f"{'; '.join(problems)}. It printed:\n{said}"
            "Mend the example, or announce what it may do: CONTRIBUTING says how"
        )
    return done


async def check_output(example: Example, method: str) -> None:
    """Run once and compare.

    Raises:
        Unlike: the run differs from the recording, or there is none.
    """
    path = example.recording(method, RUNNING)
    if not path:
        raise Unlike(f"no recording. To make it: python -m ipcdocs record {example.name}")
    try:
        _, recorded = read(path)
    except ValueError as error:
        raise Unlike(
            f"{error}. To make it anew: python -m ipcdocs record {example.name}"
        ) from None
    done = await run(example, method)
    old = path.read_bytes().decode()
    new = transcript(done).promising(recorded.fixed_keys()).text(command(example, path))
    if old != new:
        diff = differences(old, new, f"{path.name} (recorded)", "printed now")
        raise Unlike(
            f"the output differs from {path.name}.\n{diff}If the new output is right: "
            f"python -m ipcdocs record {example.name}, then see that the pages still say so"
        )


async def slowed_runs(
    example: Example, methods: Sequence[str], seconds: float
) -> list[Transcript]:
    """Transcripts of runs in which some of the processes are slow, all at the same time."""
    slow = [f"{bit} {value} {seconds}" for bit, value in SLOWED]
    runs = [run(example, methods[n % len(methods)], slow=each) for n, each in enumerate(slow)]
    return [transcript(done) for done in await together(runs)]


async def check_order(example: Example, path: Path) -> None:
    """See each line that ``path`` marks as free change places, and no other.

    Raises:
        Unlike: the recording promises more order than there is, or less.
    """
    _, recorded = read(path)
    promised = recorded.fixed_keys()
    methods = [m for m in methods_here() if example.recording(m, RUNNING) == path]
    mend = f"To see and mend: python -m ipcdocs record {example.name}"
    seen = [recorded]
    for seconds in (0.15, 0.5, 1.5):
        seen += await slowed_runs(example, methods, seconds)
        if any(one.by_writer() != recorded.by_writer() for one in seen):
            raise Unlike(f"it prints something else when some of its processes are slow. {mend}")
        fixed = always_fixed(seen)
        if moved := promised - fixed:
            writer, n = min(moved)
            raise Unlike(
                f"{path.name} promises the place of line {n + 1} of {writer}, but the line "
                f"changes places when some processes are slow. {mend}"
            )
        if fixed == promised:
            return
    writer, n = min(fixed - promised)
    raise Unlike(
        f"{path.name} says that line {n + 1} of {writer} may change places, "
        f"but it never does. {mend}"
    )


Job = tuple[Example, str | Path]


def several_writers(path: Path) -> bool:
    """Whether more than one process wrote; a file that cannot be read has other problems."""
    try:
        return len({line.writer for line in read(path)[1].lines}) > 1
    except ValueError:
        return False


def jobs(chosen: Sequence[Example], methods: Sequence[str]) -> list[Job]:
    """What there is to check: each example under each method, and the order of processes."""
    found: list[Job] = []
    for example in chosen:
        if RUNNING not in example.expected.versions:
            continue
        found += [(example, method) for method in methods]
        for path in {example.recording(method, RUNNING): None for method in methods}:
            if path and several_writers(path):
                found.append((example, path))
    return found


async def check(job: Job) -> Verdict:
    """Do one of ``jobs``."""
    example, what = job
    version = sys.version.split()[0]
    loop = asyncio.get_running_loop()
    started, problem = loop.time(), ""
    try:
        if isinstance(what, str):
            await check_output(example, what)
        else:
            await check_order(example, what)
    except (Unlike, ValueError, Misuse) as error:
        problem = str(error)
    part = what if isinstance(what, str) else f"order of {what.name}"
    return Verdict(f"{example.name}, {part}, Python {version}", problem, loop.time() - started)


async def check_all(todo: Sequence[Job], tell: Callable[[Verdict], None]) -> None:
    """Do all jobs, as many at once as there are cores, and tell each verdict when it is there."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def gated(job: Job) -> None:
        async with gate:
            tell(await check(job))

    await together(gated(job) for job in todo)
