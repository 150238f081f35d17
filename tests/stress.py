"""All checks, many times, on a machine that is kept busy and does not run things in order.

`nox -s stress` prints for each example how many differences there were, and how long it took.
"""

import argparse
import asyncio
import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from ipcdocs._recording.basics import dotted, methods_here
from ipcdocs._recording.check import AT_ONCE, Job, Verdict, check, jobs
from ipcdocs._recording.examples import Example, chosen
from ipcdocs._recording.observe import need_linux
from ipcdocs._recording.pythons import pythons
from ipcdocs._recording.stopping import do, together, well_ended


@contextlib.contextmanager
def busy() -> Iterator[None]:
    """Keep every core at work, as other programs would."""
    work = "while True: sum(range(10_000))"
    burners = [subprocess.Popen([sys.executable, "-c", work]) for _ in range(os.cpu_count() or 2)]
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()


YOUNG = 5.0
"""Seconds for which a process is disturbed: what is stopped and goes on is never still."""


def running() -> list[int]:
    """The pids of the processes that the checks have started, but for those long at work."""
    found, parents = [], defaultdict(list)
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            fields = (entry / "stat").read_bytes().rpartition(b")")[2].split()
            begun = int(fields[19]) / os.sysconf("SC_CLK_TCK")
            parents[int(fields[1])].append((int(entry.name), int(fields[3]), begun))
    own, todo = os.getsid(0), [os.getpid()]
    now = time.clock_gettime(time.CLOCK_BOOTTIME)
    while todo:
        children = parents[todo.pop()]
        todo += [pid for pid, _, _ in children]
        for pid, session, begun in children:
            if session != own and now - begun < YOUNG:  # a burner is in our own
                found.append(pid)
    return found


def disturb(pid: int) -> None:
    """Change when and where a process runs; ``unrest`` soon lets a stopped one go on."""
    match random.randrange(4):
        case 0:
            os.setpriority(os.PRIO_PROCESS, pid, random.randrange(10))
        case 1:
            os.sched_setaffinity(pid, {random.choice(list(os.sched_getaffinity(0)))})
        case 2:
            policy = random.choice([os.SCHED_OTHER, os.SCHED_BATCH])
            os.sched_setscheduler(pid, policy, os.sched_param(0))
        case 3:
            os.kill(pid, signal.SIGSTOP)


async def unrest() -> None:
    """Disturb some processes of the checks, again and again, until cancelled."""
    gone = contextlib.suppress(ProcessLookupError, PermissionError)
    while True:
        pids = running()
        some = random.sample(pids, min(len(pids), 3))
        try:
            for pid in some:
                with gone:
                    disturb(pid)
            await asyncio.sleep(random.uniform(0, 0.05))
        finally:
            for pid in some:
                with gone:
                    os.kill(pid, signal.SIGCONT)
        await asyncio.sleep(random.uniform(0, 0.05))


async def stress(todo: Iterable[Job], tell: Callable[[Verdict], None]) -> None:
    """Do the jobs, some at once, each after a pause of random length."""
    left = iter(todo)

    async def work() -> None:
        for job in left:
            await asyncio.sleep(random.uniform(0, 0.05))
            tell(await check(job))

    disturbing = asyncio.create_task(unrest())
    try:
        await together(work() for _ in range(2 * AT_ONCE))  # slowed runs mostly sleep
    finally:
        disturbing.cancel()


def table(
    which: Iterable[Example], counts: Counter[str], wrong: Counter[str], slowest: dict[str, float]
) -> Iterator[str]:
    """For each example its checks, differences, slowest run and limit."""
    yield f"{'':34}{'checks':>9}{'differ':>9}{'slowest':>10}{'limit':>9}"
    for example in which:
        name, limit = example.name, example.expected.limit
        numbers = f"{counts[name]:9}{wrong[name]:9}{slowest[name]:8.1f} s{limit:7.0f} s"
        yield f"{name:34}{numbers}"


def part(text: str) -> tuple[int, int]:
    """Read "2/5", the second of five parts. Raises ``ArgumentTypeError``."""
    one, _slash, of = text.partition("/")
    if not (one.isdecimal() and of.isdecimal() and 1 <= int(one) <= int(of)):
        raise argparse.ArgumentTypeError(f"{text!r} is no part; 2/5 is the second of five")
    return int(one), int(of)


def main() -> int:
    """Repeat the checks and print what differed. Returns 1 if anything did, 2 for misuse."""
    parser = argparse.ArgumentParser("nox -s stress --", description=__doc__)
    parser.add_argument("times", nargs="?", type=int, default=200, help="200 if none is given")
    parser.add_argument("names", nargs="*", help="of examples; all of them if none is given")
    parser.add_argument("--python", choices=[dotted(v) for v in pythons()], help="only this one")
    parser.add_argument("--part", type=part, default=(1, 1), metavar="K/N", help="of the examples")
    options = parser.parse_args()
    need_linux()
    one, of = options.part
    which = chosen(options.names)[one - 1 :: of]
    print(f"Part {one} of {of}: {len(which)} examples")
    here = [p for v, p in pythons().items() if options.python in (None, dotted(v))]
    every = [job for python in here for job in jobs(which, methods_here(), python)]
    rounds = (random.sample(every, len(every)) for _ in range(options.times))
    number = options.times * len(every)
    started = said = time.monotonic()
    counts: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    slowest: dict[str, float] = defaultdict(float)

    def tell(verdict: Verdict) -> None:
        nonlocal said
        name = verdict.job.example.name
        counts[name] += 1
        slowest[name] = max([slowest[name], *verdict.runs])
        if verdict.problem:
            wrong[name] += 1
            print(f"DIFFERS: {verdict}", flush=True)
        now, done = time.monotonic(), counts.total()
        if now - said > 10 or done == number:
            said = now
            left = (now - started) / done * (number - done) / 60
            print(f"[{done}/{number}, {left:.0f} min left] {wrong.total()} differ", flush=True)

    try:
        with busy():
            do(stress(chain.from_iterable(rounds), tell))
    finally:  # also what there is when it is stopped
        print(*table(which, counts, wrong, slowest), sep="\n")
        releases = ", ".join(python.release for python in here)
        times = counts.total() / len(every)
        print(f"{times:.0f} times on Python {releases}: {wrong.total() or 'no'} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(well_ended(main))
