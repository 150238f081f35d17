"""What the checks cost beside the programs that they run: `nox -s speed` prints both.

Alone means that a program runs with nobody who listens, one after the other; the sum is divided
by the number of cores that checks use. Each counts as often as the checks run it.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress

from ipcdocs._recording.basics import Misuse, methods_here
from ipcdocs._recording.check import AT_ONCE, Job, Verdict, check_all, jobs, methods_of
from ipcdocs._recording.examples import Example, examples
from ipcdocs._recording.observe import need_linux
from ipcdocs._recording.programs import environment
from ipcdocs._recording.pythons import RUNNING
from ipcdocs._recording.stopping import do, well_ended

MOST = 1.3
"""Times the programs' own time that the checks may take."""


def alone(example: Example, method: str) -> float:
    """Seconds that a program takes by itself; one that does not end, until it is stopped."""
    with tempfile.TemporaryDirectory(prefix="ipcdocs-speed-") as folder:
        started = time.monotonic()
        with suppress(subprocess.TimeoutExpired), example.stdin.open("rb") as stdin:
            subprocess.run(
                [sys.executable, *example.arguments],
                stdin=stdin,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=folder,
                env={"TMPDIR": folder, **environment(method)},
                start_new_session=True,  # some send a signal to their whole process group
                timeout=example.expected.still or (2 if example.expected.repeats else None),
            )
        return time.monotonic() - started


def checked(todo: Sequence[Job]) -> tuple[float, list[Verdict]]:
    """Seconds that the checks take."""
    verdicts: list[Verdict] = []
    started = time.monotonic()
    do(check_all(todo, verdicts.append))
    if wrong := [str(verdict) for verdict in verdicts if verdict.problem]:
        raise Misuse(f"mend this first: {wrong[0]}")
    return time.monotonic() - started, verdicts


def main() -> int:
    """Measure and print. Returns 1 if checks took too long."""
    need_linux()
    every = jobs(list(examples().values()), methods_here(), RUNNING)
    outputs = [job for job in every if job.method]
    names = {job.example: None for job in every}
    own = {(e, m): alone(e, m) for e in names for m in methods_here()}
    ratios = []
    print(f"Python {RUNNING.release}, {AT_ONCE} cores; seconds")
    print(f"{'':28}{'checks':>8}{'took':>8}{'runs':>8}{'alone':>8}{'ratio':>8}")
    half = {example for n, example in enumerate(names) if n % 2}
    parts = {
        "outputs, half the examples": [job for job in outputs if job.example in half],
        "outputs": outputs,
        "orders": [job for job in every if not job.method],
        "all": every,
    }
    for name, todo in parts.items():
        took, verdicts = checked(todo)
        by_itself = 0.0
        for verdict in verdicts:
            methods = [verdict.job.method] if verdict.job.method else methods_of(verdict.job)
            mean = sum(own[verdict.job.example, m] for m in methods) / len(methods)
            by_itself += mean * len(verdict.runs) / AT_ONCE
        runs = sum(len(verdict.runs) for verdict in verdicts)
        numbers = f"{len(todo):8}{took:8.1f}{runs:8}{by_itself:8.1f}{took / by_itself:8.2f}"
        print(f"{name:28}{numbers}", flush=True)
        if name != "orders":  # their runs are slowed down on purpose
            ratios.append(took / by_itself)
    print(f"The checks may take {MOST} times what the programs take alone")
    return 1 if max(ratios) > MOST else 0


if __name__ == "__main__":
    sys.exit(well_ended(main))
