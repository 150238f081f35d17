"""The checks: run examples, and compare what they print with their recordings."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .basics import Misuse, Unfit, methods_here
from .comparing import Unlike, compare_order, compare_output
from .examples import Example
from .observe import observe
from .pythons import Python
from .runs import SAME, Run, ending
from .stopping import together
from .transcript import Transcript, read, transcript

AT_ONCE = max(2, os.cpu_count() or 2)

SLOWER = (0.15, 0.5, 1.5)
"""Seconds by which processes are slowed down: more, if less has not shown what is to be seen."""
SLOWED = tuple((bit, value) for bit in range(4) for value in (0, 1))
"""Runs that slow some processes down: two whose numbers differ in a bit come in both orders."""


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


async def run(example: Example, method: str, python: Python, slow: str = "") -> Run:
    """Run an example and make sure that it did nothing unannounced.

    Raises:
        Unlike: it did, with what it printed.
    """
    expected = example.expected
    patience = 4 if slow else 1
    done = await observe(
        example.program(method, python.path, slow),
        limit=expected.limit * patience,
        still=expected.still and expected.still * patience,
        repeats=SAME if expected.repeats else 0,
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
