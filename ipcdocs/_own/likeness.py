"""What of a program's output is the same in another run, whatever differs from run to run."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence, Set
from dataclasses import dataclass, replace

from .._recording.runs import Run
from .._recording.transcript import VALUES, Line, name_values, printable, without_frames
from .notes import Notes

NUMBER = re.compile(r"(?<!\d)(?<!\d[.,])\d+(?!\d)(?![.,]\d)")
# The class of a context's processes, and the names made from it.
CONTEXTS = re.compile(r"\b(?:ForkServer|Fork|Spawn)(?=PoolWorker|Process|Context)")
# A time of day, a date, and a duration with a fraction are those of the run.
TIMES = re.compile(
    r"\b\d{4}-\d\d-\d\d\b|\b\d\d:\d\d:\d\d(?:[.,]\d+)?\b"
    r"|\b\d+\.\d+(?:e-?\d+)?"
    r"(?= ?(?:(?:s|sec|secs|second|seconds|ms|us|µs|ns|min|minutes)\b|[秒毫]))"
)
BIG = re.compile(r"(?<![\w.])1[34]\d{13}\b")  # an id() or a thread's number on 64-bit Linux
NAMES = re.compile(r"\btmp[a-z0-9_]{8}\b|\bpytest-\d+\b")
VALUE = re.compile(r"\d+(?:\.\d+)?(?:e[-+]?\d+)?")


@dataclass(frozen=True)
class Shown:
    """A line: ``named`` with names for pids and the like, ``raw`` as it was printed."""

    writer: str
    stderr: bool
    named: str
    raw: str

    @property
    def main(self) -> bool:
        """Whether the main process wrote it."""
        return self.writer == "main"


def writers(run: Run, notes: Notes) -> dict[int, str]:
    """The names of all pids of a run: main, its children by age, and those that serve them."""
    children = {each["pid"] for each in notes.of("child")}
    wrote = {one.pid for one in run.said}
    known = {*wrote, *notes.pids, *children} - {run.main, 0}
    first = sorted(known & (wrote | children), key=lambda pid: (pid < run.main, pid))
    names = {run.main: "main"} | {pid: f"child-{n}" for n, pid in enumerate(first, 1)}
    return names | {pid: f"other-{n}" for n, pid in enumerate(sorted(known - set(first)), 1)}


def lines(run: Run, notes: Notes, method: str) -> list[Shown]:
    """What a run printed, in the order in which it came; frames of tracebacks are left out."""
    names = writers(run, notes)
    said = [Line(names[one.pid], one.stderr, printable(one.text)) for one in run.said]
    raw = without_frames(said)

    def pid(match: re.Match[str]) -> str:
        name = names.get(int(match[0])) if len(match[0]) < 10 else None
        return f"<pid:{name}>" if name else match[0]

    named = [replace(line, text=neutral(line.text, method)) for line in raw]
    named = [replace(line, text=NUMBER.sub(pid, line.text)) for line in named]
    for kind, pattern in VALUES:
        named = name_values(kind, pattern, named)
    return [
        Shown(one.writer, one.stderr, other.text, one.text)
        for one, other in zip(raw, named, strict=True)
    ]


def neutral(text: str, method: str) -> str:
    """The text without times, and without the name of the start method."""
    text = TIMES.sub("<time>", text)
    text = NAMES.sub("<name>", BIG.sub("<id>", text))
    return re.sub(rf"\b{method}\b", "<method>", CONTEXTS.sub("", text))


def loose(text: str) -> str:
    """The text without which child a pid is."""
    return re.sub(r"<(pid|id|address|name):[^>]*>", r"<\1>", text)


def skeleton(text: str) -> str:
    """The text without its numbers."""
    return VALUE.sub("#", loose(text))


def unmatched(
    one: Sequence[Shown], other: Sequence[Shown], unstable: Set[str] = frozenset()
) -> tuple[list[Shown], list[Shown]]:
    """The lines of each that the other has not, whatever the order and whichever child wrote.

    Of those whose skeleton is in ``unstable`` the numbers do not count.
    """

    def stable(text: str) -> str:
        return skeleton(text) if skeleton(text) in unstable else loose(text)

    keys: list[Callable[[Shown], Hashable]] = [
        lambda line: (line.main, line.stderr, stable(line.named)),
        lambda line: (line.main, line.stderr, line.raw),
    ]
    left, right = list(one), list(other)
    for key in keys:
        left, right = without_common(left, right, key)
    return left, right


def without_common(
    left: Iterable[Shown], right: Sequence[Shown], key: Callable[[Shown], Hashable]
) -> tuple[list[Shown], list[Shown]]:
    """What is left if lines with equal keys are taken out of both, one for one."""
    there = defaultdict[Hashable, list[int]](list)
    for place, line in enumerate(right):
        there[key(line)].append(place)
    taken: set[int] = set()
    rest = []
    for line in left:
        if there[key(line)]:
            taken.add(there[key(line)].pop(0))
        else:
            rest.append(line)
    return rest, [line for place, line in enumerate(right) if place not in taken]


def same_order(
    one: Sequence[Shown], other: Sequence[Shown], unstable: Set[str] = frozenset()
) -> bool:
    """Whether both have the same lines of the same processes in the same places."""
    if len(one) != len(other):
        return False

    def same(a: Shown, b: Shown) -> bool:
        alike = a.named == b.named or a.raw == b.raw
        alike = alike or (skeleton(a.named) == skeleton(b.named) and skeleton(a.named) in unstable)
        return (a.writer, a.stderr) == (b.writer, b.stderr) and alike

    return all(same(a, b) for a, b in zip(one, other, strict=True))
