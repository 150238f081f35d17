"""What notices that an example, a recording or a page is not as it was; "" if nothing does."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ipcdocs._recording.basics import PACKAGE, methods_here
from ipcdocs._recording.check import SLOWER, Job, check, jobs, methods_of, run, slowed_runs, told
from ipcdocs._recording.comparing import Unlike, compare_order, compare_output
from ipcdocs._recording.examples import Example, examples
from ipcdocs._recording.observe import observe
from ipcdocs._recording.programs import Program
from ipcdocs._recording.pythons import Python
from ipcdocs._recording.standing import standing
from ipcdocs._recording.transcript import Transcript
from tests import checkers

LIMIT = "# Expected: at most 10 s."


def copied(example: Example, folder: Path) -> Example:
    """The example, its recordings and what it needs in a package of their own."""
    package = folder / "ipcdocs"
    recordings = [variant.path for variant in example.variants()]
    for path in (example.path, *recordings, *example.needed):
        place = package / path.relative_to(example.package)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)
    return examples(package)[example.name]


async def notice(example: Example, python: Python) -> str:
    """What is the first to notice that an example is not as it was; "" if nothing is."""
    if standing(example):
        return "standing"
    for job in jobs([example], methods_here(), python):
        verdict = await check(job)
        if verdict.problem:
            return "output" if job.method else "order"
    if ">>> " in example.source and await doctests(example, python):
        return "doctest"
    return ""


DOCTEST = "import doctest, importlib, sys; "
DOCTEST += "sys.exit(doctest.testmod(importlib.import_module(sys.argv[1])).failed)"


async def doctests(example: Example, python: Python) -> int:
    """Exit status of the doctests of an example: 0 if they hold."""
    command = ["-c", DOCTEST, f"ipcdocs.{example.name}"]
    package = example.package
    run = await observe(Program(command, "fork", python.path, package=package), limit=10)
    return run.status


async def notice_source(example: Example, text: str, python: Python) -> str:
    """What notices that an example has this text; "" if nothing does."""
    with tempfile.TemporaryDirectory(prefix="ipcdocs-drift-") as folder:
        changed = copied(example, Path(folder))
        changed.path.write_text(f"{text}\n{LIMIT}\n", "utf-8")
        return await notice(changed, python)


@dataclass
class Runs:
    """What an example really printed under each method, and with processes slowed down."""

    by_method: dict[str, Transcript]
    slowed: list[list[Transcript]]


async def real_runs(example: Example, path: Path, python: Python) -> Runs:
    """Run all that the checks of one recording run, however long they go on."""
    job = Job(example, python, None, path)
    methods = methods_of(job)
    by_method = {m: told(example, await run(example, m, python)) for m in methods}
    slowed = []
    if any(job.path == path for job in jobs([example], methods_here(), python)):
        for seconds in SLOWER:
            done = await slowed_runs(job, methods, seconds)
            slowed.append([told(example, each) for each in done])
    return Runs(by_method, slowed)


def notice_recording(example: Example, path: Path, runs: Runs) -> str:
    """What notices, given these runs, that a recording is not as it was."""
    if standing(example):
        return "standing"
    try:
        for now in runs.by_method.values():
            compare_output(example, path, now)
    except Unlike:
        return "output"
    try:
        seen: list[Transcript] = []
        for each in runs.slowed:
            seen += each
            if compare_order(example, path, seen, each is runs.slowed[-1]):
                break
    except Unlike:
        return "order"
    return ""


def notice_page(docs: Path, every: Mapping[str, Example]) -> str:
    """What notices that a page is not as it was."""
    if any(checkers.twins(docs)):
        return "twins"
    if any(checkers.page_form(docs, PACKAGE)) or any(checkers.shown(docs, every)):
        return "form"
    if any(checkers.chinese(docs)) or any(checkers.terms(docs)):
        return "Chinese"
    return ""
