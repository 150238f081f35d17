"""``compare``: a program under each start method, the same or the first difference."""

import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from .._recording.basics import METHODS, Misuse, methods_here
from .._recording.stopping import do
from . import explaining
from .causes import causes, same_method, starts_none
from .feed import Feed
from .likeness import Shown, same_order, skeleton, unmatched
from .trying import LIMIT, STILL, Outcome, tried, tried_plainly, watched

BEFORE = 2
"""Lines that are shown before the first difference."""
AFTER = 4
"""Lines that are shown of a difference."""
TITLES = 2
"""Errors that are explained for each method."""


@dataclass(frozen=True)
class Difference:
    """What one run printed and another did not."""

    one: Outcome
    other: Outcome
    left: list[Shown]
    right: list[Shown]

    def __bool__(self) -> bool:
        return bool(self.left or self.right) or self.one.endings != self.other.endings


def difference(one: Outcome, other: Outcome, unstable: frozenset[str]) -> Difference:
    """What differs between two runs, but for the order, and which child wrote."""
    return Difference(one, other, *unmatched(one.shown, other.shown, unstable))


def groups(outcomes: Sequence[Outcome], unstable: frozenset[str]) -> list[list[Outcome]]:
    """The outcomes, those that are alike together."""
    found: list[list[Outcome]] = []
    for each in outcomes:
        for group in found:
            if not difference(group[0], each, unstable):
                group.append(each)
                break
        else:
            found.append([each])
    return found


def width(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def fitted(text: str, columns: int) -> str:
    """The text in just so many columns."""
    if width(text) > columns:
        while width(text) > columns - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (columns - width(text))


def excerpt(outcome: Outcome, lines: Sequence[Shown], watched: bool) -> list[str]:
    """The first of these lines, with what came before, as they were printed."""
    own = {id(line) for line in lines}
    first = next((n for n, line in enumerate(outcome.shown) if id(line) in own), None)
    rows = []
    if first is None:
        last = outcome.shown[-BEFORE:]
        rows = [f"  {row(line, watched)}" for line in last]
        return [*rows, f"> ({'nothing more' if last else 'nothing'}; {outcome.ending})"]
    shown = outcome.shown[max(0, first - BEFORE) : first + AFTER]
    for line in shown:
        rows.append(f"{'>' if id(line) in own else ' '} {row(line, watched)}")
    return rows


def row(line: Shown, watched: bool) -> str:
    """A line with its writer."""
    mark = "!" if line.stderr else " "
    return f"{line.writer:7}{mark}│ {line.raw}" if watched else f"{mark} {line.raw}"


def side_by_side(found: Difference, watched: bool) -> Iterator[str]:
    """The first difference, each run in its column."""
    columns = max(shutil.get_terminal_size((110, 24)).columns - 3, 40) // 2
    left = [found.one.method, *excerpt(found.one, found.left, watched)]
    right = [found.other.method, *excerpt(found.other, found.right, watched)]
    # What long lines have in common at their beginning must not hide where they differ.
    different = [[row for row in side if row[0] == ">"][:1] for side in (left, right)]
    letters = zip(*(row for rows in different for row in rows), strict=False)
    common = "".join(each[0] for each in takewhile(lambda each: len(set(each)) == 1, letters))
    if len(common) > columns * 2 // 3:
        head = common[: common.find("│") + 2]
        left, right = (
            [f"{head}…{row[len(common) - 8 :]}" if row.startswith(common) else row for row in side]
            for side in (left, right)
        )
    for place in range(max(len(left), len(right))):
        texts = [column[place] if place < len(column) else "" for column in (left, right)]
        yield " │ ".join(fitted(text, columns) for text in texts).rstrip()


def count(number: int, one: str, many: str) -> str:
    """A number with the word for what is counted."""
    return f"{number} {one if number == 1 else many}"


def summary(outcome: Outcome) -> str:
    """A run in a line."""
    left = "".join(f", {kind}" for kind in outcome.endings[1:])
    children = len({line.writer for line in outcome.shown if not line.main})
    wrote = f" of main and {count(children, 'child', 'children')}" if children else ""
    number = count(len(outcome.shown), "line", "lines")
    return f"{outcome.method:11} {number}{wrote}, {outcome.ending}{left}"


def explained(outcome: Outcome, other: Outcome) -> Iterator[tuple[str, ...]]:
    """What the errors of a run mean that another has not."""
    there = {explaining.bare(found.text) for found in explaining.known(other.errors)}
    seen: set[tuple[explaining.Entry, ...]] = set()
    for found in explaining.known(outcome.errors):
        new = found.entries and found.entries not in seen
        if new and explaining.bare(found.text) not in there and len(seen) < TITLES:
            seen.add(found.entries)
            yield tuple(explaining.answer(found, "en", outcome.errors, most=1))


def why(outcome: Outcome, other: Outcome) -> Iterator[tuple[str, ...]]:
    """Why a run differs from another, as far as that can be seen; each reason in some lines."""
    errors = list(explained(outcome, other))
    for cause in causes(outcome, bool(errors)):
        text = f"{'cause' if cause.sure else 'likely cause'}: {cause.text}"
        yield (text, *(f"    {page}" for page in explaining.pages(cause.labels, "en")))
    yield from errors


def report(outcomes: Sequence[Outcome], again: Outcome | None, watched: bool) -> tuple[int, str]:
    """The exit status, and what is to be said.

    ``again`` is a second run under the first method, if the first ones differ.
    """
    first = outcomes[0]
    unstable = frozenset[str]()
    uncertain = None
    if again:
        between = difference(first, again, unstable)
        sides = (between.left, between.right)
        mine, theirs = ({skeleton(line.named) for line in side} for side in sides)
        unstable = frozenset(mine & theirs)
        uncertain = difference(first, again, unstable)
    found = groups(outcomes, unstable)
    rows = [summary(each) for each in outcomes]
    methods = ", ".join(each.method for each in outcomes)
    if only := same_method(outcomes):
        rows.append(
            f"note: the program starts its processes by {only} whatever the default is: it "
            "chooses the method itself"
        )
    if starts_none(outcomes):
        rows.append("note: it started no process by multiprocessing")
    if unstable:
        rows.append(
            f"note: numbers in {count(len(unstable), 'kind', 'kinds')} of lines differ from run "
            f"to run under {first.method} alone, and are not compared"
        )
    if len(found) == 1:
        ordered = all(same_order(first.shown, each.shown, unstable) for each in outcomes[1:])
        but = "" if ordered else ", but for the order, or which child printed a line"
        return 0, "\n".join([*rows, f"the same under {methods}{but}"]) + "\n"
    if uncertain:
        rows += [
            "",
            f"It does not print the same twice under {first.method} either, so that a difference "
            "may have nothing to do with the start method. Two runs of it, first here:",
            *side_by_side(uncertain, watched),
        ]
    told: set[tuple[str, ...]] = set()
    for group in found[1:]:
        what = difference(first, group[0], unstable)
        also = "".join(f", and the same under {each.method}" for each in group[1:])
        rows += ["", f"{first.method} and {group[0].method} differ{also}. The first difference:"]
        rows += side_by_side(what, watched)
        reasons = list(dict.fromkeys([*why(group[0], first), *why(first, group[0])]))
        new = [each for each in reasons if each not in told]
        told.update(reasons)
        for each in new:
            rows += ["", *each]
        if not new:
            rows += ["", "The reason is one of those above." if reasons else NOT_SEEN]
    return 1, "\n".join(rows) + "\n"


NOT_SEEN = (
    "The cause cannot be seen from outside. Under fork a child has all that the parent had: "
    "globals, open files, threads' locks, the state of libraries. Under spawn and forkserver it "
    "has what it is given, and what the import of the program makes"
)


def compare_own(
    arguments: Sequence[str], python: str, limit: float | None, tell: Callable[[str], None]
) -> int:
    """Run a program under each start method and print what differs.

    Returns:
        0 if nothing does, 1 if something does.

    Raises:
        Misuse: this cannot be tried here.
    """
    methods = methods_here()
    if len(methods) < 2:
        raise Misuse(
            f"this platform has {methods[0]} only, and there is nothing to compare with; Linux "
            f"and macOS have {', '.join(METHODS)}"
        )
    feed = Feed()
    kernel = watched()
    if not kernel:
        tell("only Linux says which process wrote a line: this is without")
    if sys.stdin and sys.stdin.isatty():
        tell("what you type is given to each of the runs; their prompts are not shown")

    def one(method: str) -> Outcome:
        tell(f"running under {method} …")
        if kernel:
            return do(tried(arguments, python, method, limit, feed))
        return tried_plainly(arguments, python, method, limit, feed)

    outcomes = [one(method) for method in methods]
    refuse_what_cannot_start(outcomes)
    again = None
    if len(groups(outcomes, frozenset())) > 1 and not outcomes[0].run.stopped:
        again = one(methods[0])
    status, text = report(outcomes, again, kernel)
    print(text, end="")
    if not limit and any(each.run.stopped for each in outcomes):
        tell(
            f"a run is stopped if nothing of it moves for {STILL:g} s, if its processes fail over "
            f"and over, or after {LIMIT:g} s; with --limit SECONDS only after that"
        )
    return status


def refuse_what_cannot_start(outcomes: Sequence[Outcome]) -> None:
    """Raise Misuse if the program does not even begin."""
    for each in outcomes:
        said = [line.raw for line in each.shown]
        if each.run.status in (1, 2) and len(said) == 1 and CANNOT in said[0]:
            raise Misuse(said[0])
        if each.run.status == 1 and len(said) == 1 and NO_MODULE in said[0]:
            raise Misuse(said[0])


CANNOT = ": can't open file "
NO_MODULE = ": No module named "
