"""The order that a recording promises, as a picture: a lane for each process, time goes down.

What a recording does not know, such as when a process was started or joined, is not drawn.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from pictures import drawn, element, path, svg, width_of, words
from sphinx.locale import _

from ipcdocs._recording.transcript import Transcript

COLOURS = 8
LANE, ROW, LEFT, HEAD, CORNER = 70, 24, 10, 34, 5


@dataclass(frozen=True)
class Mark:
    """Lines of one process that stand together, by their numbers, and the mark's row."""

    writer: str
    first: int
    last: int
    fixed: bool
    stderr: bool
    row: int = 0

    @property
    def lines(self) -> str:
        """The numbers of its lines."""
        return f"{self.first}–{self.last}" if self.last > self.first else f"{self.first}"


Stretch = list[Mark]
"""One mark whose place is promised, or all marks between two such: in any order by process."""


def writers(transcript: Transcript) -> list[str]:
    """Name who wrote lines: main first, then the children by number."""
    names = {line.writer for line in transcript.lines}
    return sorted(names, key=lambda name: (name != "main", len(name), name))


def colour(writer: str) -> str:
    """Give main and child-1 … child-8 a class each; child-9 has that of child-1."""
    kind, _dash, number = writer.partition("-")
    return f"{kind.title()}{(int(number) - 1) % COLOURS + 1}" if number else kind.title()


def stretches(transcript: Transcript) -> list[Stretch]:
    """Put the lines into marks, and the marks into rows."""
    marks: list[Mark] = []
    for number, line in enumerate(transcript.lines, start=1):
        one = Mark(line.writer, number, number, line.fixed, line.stderr)
        if marks and replace(marks[-1], first=number, last=number) == one:
            marks[-1] = replace(marks[-1], last=number)
        else:
            marks.append(one)
    found: list[Stretch] = []
    row = 0
    for fixed, group in groupby(marks, key=lambda mark: mark.fixed):
        if fixed:
            found += [[replace(mark, row=row + n)] for n, mark in enumerate(group)]
        else:
            rows: Counter[str] = Counter()
            found.append([])
            for mark in group:
                found[-1].append(replace(mark, row=row + rows[mark.writer]))
                rows[mark.writer] += 1
        row = 1 + max(mark.row for mark in found[-1])
    return found


def promises(found: list[Stretch]) -> Iterator[tuple[Mark, Mark]]:
    """Pair marks of two processes of which one comes first, with nothing in between."""
    for before, after in pairwise(found):
        last = {mark.writer: mark for mark in before}
        first = {mark.writer: mark for mark in reversed(after)}
        for one in last.values():
            yield from ((one, two) for two in first.values() if one.writer != two.writer)


def matters(transcript: Transcript) -> bool:
    """Say whether the order is the point: some of it is free, or processes take many turns."""
    turns = sum(one.writer != two.writer for one, two in pairwise(transcript.lines))
    return turns > 2 or not all(line.fixed for line in transcript.lines)


def told(found: list[Stretch], closing: str) -> str:
    """Put the order into words."""
    parts = []
    for stretch in found:
        said = _(", ").join(map(said_of, sorted(stretch, key=lambda mark: mark.first)))
        parts.append(said if stretch[0].fixed else _("in any order among processes (%s)") % said)
    text = _("; then ").join(parts)
    return text + _("; at the end: %s") % closing if closing else text


def said_of(mark: Mark) -> str:
    """Put a mark into words."""
    if mark.last > mark.first:
        text = _("%(writer)s: lines %(first)s to %(last)s") % vars(mark)
    else:
        text = _("%(writer)s: line %(first)s") % vars(mark)
    return _("%s, on standard error") % text if mark.stderr else text


def lanes(transcript: Transcript, name: str) -> drawn:
    """Draw the lanes of a recording; `name` is the picture's own on its page."""
    found = stretches(transcript)
    marks = [mark for stretch in found for mark in stretch]
    # How main ended is told in its lane, though it may have written nothing.
    silent = ["main"] if transcript.closing and "main" not in writers(transcript) else []
    names = [*silent, *writers(transcript)]
    columns = {writer: LEFT + LANE * n for n, writer in enumerate(names)}
    last = max(mark.row for mark in marks)
    bottom = last + 1 if transcript.closing else last

    def y(row: int) -> int:
        return HEAD + ROW * row

    parts = []
    for writer, x in columns.items():
        parts.append(path(f"M{x} 18V{y(last) + 8}", "guide"))
        parts.append(
            words(
                writer, (x - 5, 8), class_=f"code go-Writer-{colour(writer)}", data_writer=writer
            )
        )
    for one, two in promises(found):
        x1, x2, end = columns[one.writer], columns[two.writer], y(two.row)
        middle, turn = end - ROW // 2, CORNER if x1 < x2 else -CORNER
        parts.append(
            path(
                f"M{x1} {y(one.row)}V{middle - CORNER}q0 {CORNER} {turn} {CORNER}"
                f"H{x2 - turn}q{turn} 0 {turn} {CORNER}V{end}",
                "promise",
            )
        )
    width = 0.0
    for writer, x in columns.items():
        own = [mark for mark in marks if mark.writer == writer]
        ended = bool(transcript.closing) and writer == "main"
        ends = [mark.row for mark in own] + [bottom] * ended
        lane = path(f"M{x} {y(ends[0])}V{y(ends[-1])}", "lane")
        content = [lane, *(shape(mark, x, y(mark.row)) for mark in own)]
        if ended:
            content.append(ending(transcript.closing, x, y(bottom)))
            width = max(width, x + 14 + width_of(transcript.closing))
        kind = f"go-Writer-{colour(writer)}"
        parts.append(element("g", *content, class_=kind, data_writer=writer))
        longest = max([width_of(mark.lines + "!" * mark.stderr) for mark in own], default=0)
        width = max(width, x + 12 + longest, x + width_of(writer))
    title = _("Order of the lines, by process")
    size = (width, y(bottom) + 12)
    picture = svg(name, title, told(found, transcript.closing), size, *parts)
    # A picture wider than a narrow screen scrolls, and so must be within reach of keyboards.
    scrolls = element("div", picture, class_="scrolls", tabindex=0 if width > 400 else None)
    summary = element("summary", _("Order of the lines"))
    opened = {"open": "open"} if matters(transcript) else {}
    return drawn.of(element("details", summary, scrolls, class_="lanes", **opened))


def shape(mark: Mark, x: int, y: int) -> str:
    """Draw a mark and its numbers: a diamond for standard error, hollow if its place is free."""
    kind = "fixed" if mark.fixed else "free"
    if mark.stderr:
        drawing = path(f"M{x} {y - 6}l6 6l-6 6l-6-6z", kind)
    else:
        drawing = element("circle", cx=x, cy=y, r=4.5, class_=kind)
    error = element("tspan", "!", class_="stderr") if mark.stderr else ""
    number = element("text", mark.lines, error, x=x + 11, y=y + 4)
    return element("g", drawing, number, data_lines=mark.lines)


def ending(closing: str, x: int, y: int) -> str:
    """Draw how main ended: a cross, or an open end if it did not."""
    still = closing.startswith("still running")
    sign = f"M{x - 5} {y - 4}l5 5l5-5" if still else f"M{x - 4} {y - 4}l8 8m0-8l-8 8"
    said = words(closing, (x + 11, y), class_="code")
    return element("g", path(sign, "sign"), said, class_="end")
