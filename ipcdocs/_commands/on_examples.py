"""The commands for the cookbook's examples: list, check, record, verify."""

import argparse
import time
from collections.abc import Sequence

from .._recording import verified
from .._recording.basics import VERSIONS, Misuse, Unfit, dotted, methods_here
from .._recording.check import AT_ONCE, Job, Verdict, check_all, jobs
from .._recording.comparing import Unlike, differences
from .._recording.examples import chosen, examples, orphans
from .._recording.observe import need_linux
from .._recording.pythons import RUNNING, pythons
from .._recording.record import record
from .._recording.standing import standing
from .._recording.stopping import do


def list_examples(options: argparse.Namespace) -> int:
    """Print the names and what each shows."""
    every = examples().values()
    width = max(len(example.name) for example in every)
    status = 0
    for example in every:
        try:
            summary = example.summary
        except Misuse as error:
            summary, status = str(error), 1
        print(f"{example.name:{width}}  {summary}")
    return status


def check_examples(options: argparse.Namespace) -> int:
    """Compare runs with recordings; print progress, differences and a summary."""
    need_linux()
    which = chosen(options.names)
    methods = [options.start_method] if options.start_method else methods_here()
    wrong = [problem for example in which for problem in standing(example)]
    if not options.names:
        wrong += [f"{path.name} is the recording of no example: remove it" for path in orphans()]
    for example in which:
        expected = example.expected
        if not expected.holds_on(RUNNING.release):
            first = dotted(expected.versions[0]) + (f".{expected.micro}" if expected.micro else "")
            but = "".join(f", not {release}" for release in sorted(expected.excepted))
            print(f"{example.name} is for Python {first} or later{but}: not checked here")
    wrong += check_jobs(unsettled(jobs(which, methods, RUNNING), options.changed))
    elsewhere = [
        variant.path.name
        for example in which
        for variant in example.variants()
        if variant.path not in {example.recording(method, RUNNING.version) for method in methods}
    ]
    if elsewhere:
        print(f"for another Python or start method, not compared: {', '.join(elsewhere)}")
    return summary(wrong, len(which), RUNNING.release, methods)


def unsettled(todo: Sequence[Job], changed: bool) -> list[Job]:
    """The jobs, or only those of which something has changed since they were verified."""
    if not changed:
        return list(todo)
    found = verified.unsettled(verified.load(), todo)
    print(f"{len(todo) - len(found)} of {len(todo)} checks are left out: as verified")
    return found


def check_jobs(todo: Sequence[Job]) -> list[str]:
    """Do the jobs with progress, tell what they took, and return the names of those that fail."""
    wrong: list[str] = []
    own, done = 0.0, 0
    started = time.monotonic()

    def tell(verdict: Verdict) -> None:
        nonlocal done, own
        done += 1
        own += sum(verdict.runs)
        passed = time.monotonic() - started
        left = passed / done * (len(todo) - done)
        progress = f"[{done}/{len(todo)}, {left:.0f} s left]"
        print(f"{progress} {verdict.seconds:4.1f} s  {verdict}", flush=True)
        if verdict.problem:
            wrong.append(str(verdict.job))

    do(check_all(todo, tell))
    print(
        f"took {time.monotonic() - started:.1f} s, {2 * AT_ONCE} at once; "
        f"the runs alone, one after the other, {own:.1f} s"
    )
    return wrong


def summary(wrong: Sequence[str], examples: int, releases: str, methods: Sequence[str]) -> int:
    """Print what was wrong, and what was checked. Returns the exit status."""
    for problem in wrong:
        print(f"wrong: {problem}")
    print(
        f"{examples} examples on Python {releases} under {', '.join(methods)}: "
        f"{len(wrong) or 'no'} differences"
    )
    return 1 if wrong else 0


def verify_examples(options: argparse.Namespace) -> int:
    """Check all examples on all Pythons here, and write what passed if everything did."""
    need_linux()
    before, began = verified.load(), verified.state()
    every = examples()
    here = pythons()
    methods = methods_here()
    name_missing("what was verified there before is kept")
    wrong = [problem for example in every.values() for problem in standing(example)]
    wrong += [f"{path.name} is the recording of no example: remove it" for path in orphans()]
    todo = [job for python in here.values() for job in jobs(list(every.values()), methods, python)]
    todo = unsettled(todo, options.changed)
    wrong += check_jobs(todo)
    status = summary(wrong, len(every), ", ".join(p.release for p in here.values()), methods)
    if wrong:
        print(f"{verified.FILE.name} is as it was")
    else:
        for name in verified.save(before, todo, began):
            print(f"{name or 'the machinery'} has changed meanwhile: that is not noted")
        print(f"{verified.FILE.name} is written")
    return status


def name_missing(what: str) -> None:
    """Name the Pythons that are not on this machine."""
    missing = [dotted(version) for version in VERSIONS if version not in pythons()]
    if missing:
        print(f"Python {', '.join(missing)} is not here; {what}")


def record_examples(options: argparse.Namespace) -> int:
    """Write the recordings and print what changed."""
    need_linux()
    which = chosen(options.names)
    name_missing("what it prints is not recorded")
    failed = written = 0
    misused = False
    for number, example in enumerate(which, 1):
        print(f"[{number}/{len(which)}] {example.name}", flush=True)
        try:
            changed = do(record(example))
        except Unfit:
            raise
        except (Unlike, Misuse) as error:
            print(error)
            failed += 1
            misused = misused or isinstance(error, Misuse)
            continue
        for path, old, new in changed:
            written += 1
            was, now = f"{path.name} (was)", f"{path.name} (is)"
            print(differences(old, new, was, now), end="", flush=True)
    print(f"{written} recordings changed; {failed} of {len(which)} examples could not be recorded")
    return 2 if misused else 1 if failed else 0
