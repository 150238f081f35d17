"""Compare examples with their recordings, or write the recordings."""

import asyncio
import difflib
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .examples import METHODS, VERSIONS, Example, Misuse
from .observe import Run, observe
from .transcript import Transcript, always_fixed, closing, read, transcript

Version = tuple[int, int]
Cell = tuple[str, Version]
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
    return "".join(row if row.endswith("\n") else f"{row}\n\\ no newline at the end\n" for row in rows)


async def run(example: Example, method: str, python: str = sys.executable, slow: str = "") -> Run:
    """Run an example and make sure that it did nothing unannounced.

    Raises:
        Unlike: it did, with what it printed.
    """
    expected = example.expected
    limit = expected.limit * (4 if slow else 1)
    done = await observe(
        example.arguments, method, limit=limit, python=python, slow=slow
    )
    problems = list(done.problems)
    if not problems and done.status not in expected.statuses:
        problems.append(f"ended with {closing(done.status) or 'exit status 0'}, not announced")
    if not problems and not expected.stderr and any(said.stderr for said in done.said):
        problems.append("wrote to standard error, not announced")
    if problems:
        said = transcript(done).text(example.command)
        raise Unlike(f"{'; '.join(problems)}. It printed:\n{said}")
    return done


async def check_output(example: Example, method: str) -> float:
    """Run once and compare. Returns the run's seconds.

    Raises:
        Unlike: the run differs from the recording, or there is none.
    """
    path = example.recording(method, RUNNING)
    if not path:
        raise Unlike(f"no recording. To make it: python -m ipcdocs record {example.name}")
    try:
        _, recorded = read(path)
    except ValueError as error:
        raise Unlike(f"{error}. To make it anew: python -m ipcdocs record {example.name}") from None
    done = await run(example, method)
    old = path.read_text("utf-8")
    new = transcript(done).promising(recorded.fixed_keys()).text(command(example, path))
    if old != new:
        diff = differences(old, new, f"{path.name} (recorded)", "printed now")
        raise Unlike(
            f"the output differs from {path.name}.\n{diff}If the new output is right: "
            f"python -m ipcdocs record {example.name}, then see that the pages still say so"
        )
    return done.seconds


async def check_order(example: Example, path: Path) -> None:
    """See each line that ``path`` marks as free change places, and no other.

    Raises:
        Unlike: the recording promises more order than there is, or less.
    """
    _, recorded = read(path)
    promised = recorded.fixed_keys()
    methods = [m for m in methods_here() if example.recording(m, RUNNING) == path]
    seen = [recorded]
    for seconds in (0.15, 0.4, 1.0, 2.5):
        for number, (bit, value) in enumerate(SLOWED):
            slow = f"{bit} {value} {seconds}"
            new = transcript(await run(example, methods[number % len(methods)], slow=slow))
            if new.by_writer() != recorded.by_writer():
                raise Unlike("it prints something else when some of its processes are slow")
            seen.append(new)
            fixed = always_fixed(seen)
            if moved := promised - fixed:
                where, n = sorted(moved)[0]
                raise Unlike(
                    f"{path.name} marks line {n + 1} of {where} as fixed, but it changes places "
                    f"when some processes are slow. To see: python -m ipcdocs record {example.name}"
                )
            if fixed == promised:
                return
    where, n = sorted(fixed - promised)[0]
    raise Unlike(
        f"{path.name} marks line {n + 1} of {where} as free, but it never changes places. "
        f"To mend: python -m ipcdocs record {example.name}"
    )


Job = tuple[Example, str | Path]


def jobs(chosen: Sequence[Example], methods: Sequence[str]) -> list[Job]:
    """What there is to check: each example under each method, and each order that is not total."""
    found: list[Job] = []
    for example in chosen:
        found += [(example, method) for method in methods]
        for path in {example.recording(method, RUNNING): None for method in methods}:
            if path and "┊" in path.read_text("utf-8"):
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


async def check_all(todo: Sequence[Job]) -> AsyncIterator[Verdict]:
    """Do all jobs, as many at once as there are cores, and give each verdict when it is there."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def gated(job: Job) -> Verdict:
        async with gate:
            return await check(job)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(gated(job)) for job in todo]
        for task in asyncio.as_completed(tasks):
            yield await task


def standing(chosen: Sequence[Example]) -> list[str]:
    """What is wrong with the recordings as they are, without running anything."""
    wrong = []
    for example in chosen:
        texts = {}
        for variant in reversed(example.variants()):
            text = variant.path.read_text("utf-8")
            for other in texts:
                covers = other.method in (None, variant.method) and (
                    other.version is None or (variant.version or (0, 0)) >= other.version
                )
                if covers:
                    nearest = other
            if texts and texts.get(nearest) == text:
                wrong.append(f"{variant.path.name} is the same as {nearest.path.name}: remove it")
            texts[variant] = text
    return wrong


def pythons() -> dict[Version, str]:
    """The supported Pythons of this machine, oldest first: version and interpreter."""
    found = {}
    tell = "import sys; print(*sys.version_info[:2], sys.executable)"
    for version in VERSIONS:
        named = shutil.which("python{}.{}".format(*version))
        python = sys.executable if version == RUNNING else named
        if python:
            answer = subprocess.run([python, "-c", tell], capture_output=True, text=True, check=False)
            major, minor, path = (answer.stdout.strip().split(" ", 2) + ["", "", ""])[:3]
            if (major, minor) == tuple(map(str, version)):
                found[version] = path
    return found


def plan(contents: dict[Cell, Hashable]) -> dict[tuple[str | None, Version | None], list[Cell]]:
    """Which recordings to write, as (method, first version), each with the cells it is for.

    What most methods print on the oldest Python is for all; what differs from it gets its own.
    """
    methods = [m for m in METHODS if any(m == method for method, _ in contents)]
    oldest, *newer = sorted({version for _, version in contents})
    counts = Counter(contents[method, oldest] for method in reversed(methods))
    files: dict[tuple[str | None, Version | None], Hashable] = {(None, None): counts.most_common(1)[0][0]}

    def holds(method: str, version: Version) -> tuple[str | None, Version | None]:
        fits = [(m, v) for m, v in files if m in (None, method) and (v or version) <= version]
        return max(fits, key=lambda key: (bool(key[0]), key[1] or (0, 0)))

    for version in [oldest, *newer]:
        since = None if version == oldest else version
        wrong = [m for m in methods if files[holds(m, version)] != contents[m, version]]
        common = [m for m in methods if not any(m == method for method, _ in files)]
        new = {contents[m, version] for m in common}
        if since and common and set(common) <= set(wrong) and len(new) == 1:
            files[None, since] = new.pop()
            wrong = [m for m in wrong if m not in common]
        for method in wrong:
            files[method, since] = contents[method, version]
    served: dict[tuple[str | None, Version | None], list[Cell]] = {key: [] for key in files}
    for method, version in contents:
        served[holds(method, version)].append((method, version))
    return {key: cells for key, cells in served.items() if cells}


async def record(example: Example) -> list[tuple[Path, str, str]]:
    """Run on every Python here under every start method, and write the recordings.

    Returns:
        the files that changed, each with its old text and its new one ("": no file).

    Raises:
        Unlike: two runs of one Python and method differ in more than order.
        Misuse: a Python is missing for which there is a recording.
    """
    found = pythons()
    if missing := [v for v in VERSIONS if v not in found]:
        if kept := [v.path.name for v in example.variants() if v.version]:
            names = ", ".join("{}.{}".format(*version) for version in missing)
            raise Misuse(
                f"{example.name} has {kept[0]}, which depends on the version, and Python {names} "
                "is not on this machine: record it where all are"
            )
    seen = await all_runs(example, found)
    contents = {cell: runs[0].by_writer() for cell, runs in seen.items()}
    texts = {}
    for (method, version), cells in plan(contents).items():
        runs = [one for cell in cells for one in seen[cell]]
        new = runs[0].promising(always_fixed(runs))
        refuse_impossible(example, new, runs)
        methods = [m for m in METHODS if m in {method for method, _ in cells}]
        texts[example.variant_path(method, version)] = new.text(command_for(example, methods))
    changed = []
    for path in sorted(texts | {variant.path: "" for variant in example.variants()}):
        old = path.read_text("utf-8") if path.exists() else ""
        if old != texts.get(path, ""):
            changed.append((path, old, texts.get(path, "")))
    for path, _, new_text in changed:
        write(path, new_text)
    return changed


async def all_runs(example: Example, found: dict[Version, str]) -> dict[Cell, list[Transcript]]:
    """Transcripts of several runs for each Python and start method, some of them disturbed."""
    gate = asyncio.Semaphore(2 * AT_ONCE)  # slowed runs mostly sleep

    async def one(cell: Cell, slow: str) -> Transcript:
        async with gate:
            return transcript(await run(example, cell[0], found[cell[1]], slow))

    async def cell_runs(cell: Cell) -> list[Transcript]:
        runs = [await one(cell, "")]
        if len({line.writer for line in runs[0].lines}) > 1:
            patterns = SLOWED if cell[1] == RUNNING else SLOWED[:2]
        else:
            patterns = SLOWED[:1]
        runs += await asyncio.gather(*(one(cell, f"{bit} {value} 0.25") for bit, value in patterns))
        for other in runs[1:]:
            if other.by_writer() != runs[0].by_writer():
                texts = [each.promising(()).text("…") for each in (runs[0], other)]
                raise Unlike(
                    f"{example.name}, {cell[0]}, Python {'{}.{}'.format(*cell[1])}: two runs print "
                    "different things. Make the example certain; only order among processes and "
                    f"pids, ids and addresses may differ.\n{differences(*texts, 'a run', 'another')}"
                )
        return runs

    cells = [(method, version) for version in found for method in methods_here()]
    try:
        async with asyncio.TaskGroup() as group:
            tasks = {cell: group.create_task(cell_runs(cell)) for cell in cells}
    except ExceptionGroup as several:
        raise several.exceptions[0] from None
    return {cell: task.result() for cell, task in tasks.items()}


def refuse_impossible(example: Example, new: Transcript, runs: Sequence[Transcript]) -> None:
    """Raise Unlike if the order to be shown contradicts one that all runs have."""
    orders = [{key: place for place, key in enumerate(each.keys())} for each in runs]
    shown = new.keys()
    for first, second in zip(shown, shown[1:], strict=False):
        if all(order[second] < order[first] for order in orders):
            raise Unlike(
                f"{example.name}: line {second[1] + 1} of {second[0]} always comes before line "
                f"{first[1] + 1} of {first[0]}, but would be shown after it: start first the process "
                "that speaks first, or let main wait in between"
            )


def write(path: Path, text: str) -> None:
    """Replace a recording at once, or remove it if there is no text.

    Raises:
        Misuse: the folder cannot be written to; the old recording is untouched.
    """
    try:
        if not text:
            path.unlink()
            return
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as new:
            try:
                new.write(text)
                new.flush()
                Path(new.name).chmod(0o644)
                Path(new.name).replace(path)
            except BaseException:
                Path(new.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise Misuse(f"cannot write {path}: {error.strerror}; nothing there was changed") from None
