"""What a run printed, without what differs from run to run, and how much its order promises.

A value that differs (a pid, an id, an address) gets a name and keeps it, so that equality
stays visible. Numbers of two processes are compared only through main: the children of one
fork server coincide at random. Children are numbered in the order of their start.
"""

import re
import string
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from .expected import Range
from .runs import Run

FIXED, FREE, CLOSING = "│┊╵"
LINE = re.compile(
    r"(?P<writer>[a-z]+(?:-\d+)?) *(?P<mark>[ !])"
    rf"(?P<bar>[{FIXED}{FREE}{CLOSING}])(?: (?P<text>.+))?"
)
PIDS = re.compile(
    r"(?P<before>(?<![a-z])(?:"
    r"(?:(?:get)?p?pids?(?:\(\))?|(?:parent )?process id)(?: = | is |'?: ?|[ =])"
    r"|parent process: |parent=|Process (?=\d+ terminated abruptly)))"
    r"(?P<numbers>\d+|\[\d+(?:, \d+)*\])",
    re.IGNORECASE,
)
VALUES = (
    (
        "id",
        re.compile(
            r"(?P<before>\b(?:id(?:\([^()\n]*\))?|(?:get_)?ident(?:\(\))?|handle)(?: = |: |[ =])"
            r"|, (?:started|stopped)(?: daemon)? )(?P<value>\d{7,})"
        ),
    ),
    ("address", re.compile(r"(?P<before>\b)(?P<value>0x[0-9a-f]{7,})")),
    (
        "name",
        re.compile(
            r"(?P<before>\b)(?P<value>(?:psm_|pymp-|listener-|ipcdocs-\w{8}-)\w{8}"
            r"|sock-[0-9a-f]{12})\b"
        ),
    ),
)
WARNING = re.compile(r"(?:.*[\\/])?(?P<file>[^\\/]+):\d+: (?P<what>\w*Warning: )")

STACK = re.compile(r"(?P<margin>[ |+]*)[^ |+].*\(most recent call (?:last|first)\):")
"""The line above frames: of a traceback, in an exception group or not, or of a stack."""

Key = tuple[str, int]
"""A writer, and the number of the line among the writer's own, from 0."""


@dataclass(frozen=True)
class Line:
    """A printed line; ``fixed`` if its place is promised."""

    writer: str
    stderr: bool
    text: str
    fixed: bool = True


@dataclass(frozen=True)
class Transcript:
    """The lines in the order in which they came, and how main ended, if not quietly."""

    lines: tuple[Line, ...]
    closing: str = ""

    def keys(self) -> list[Key]:
        """For each line its writer and its number among the writer's lines."""
        seen: Counter[str] = Counter()
        keys = []
        for line in self.lines:
            keys.append((line.writer, seen[line.writer]))
            seen[line.writer] += 1
        return keys

    def keyed(self) -> list[tuple[Key, Line]]:
        """Each line with its key."""
        return list(zip(self.keys(), self.lines, strict=True))

    def by_writer(self) -> frozenset[object]:
        """All but the order among processes: equal if each process did the same."""
        return frozenset([self.closing, *((k, ln.stderr, ln.text) for k, ln in self.keyed())])

    def fixed_keys(self) -> frozenset[Key]:
        """The lines whose place is promised."""
        return frozenset(key for key, line in self.keyed() if line.fixed)

    def promising(self, fixed: Set[Key]) -> "Transcript":
        """The same, promising just these places; between them each writer's lines together."""
        done: list[Line] = []
        block: list[Line] = []
        for key, line in self.keyed():
            if key in fixed:
                done += [*sorted(block, key=writer_order), replace(line, fixed=True)]
                block = []
            else:
                block.append(replace(line, fixed=False))
        return replace(self, lines=(*done, *sorted(block, key=writer_order)))

    def text(self, command: str) -> str:
        """The recording's text, with the command as its first line."""
        width = max([7, *(len(line.writer) for line in self.lines)])
        rows = [f"$ {command}"]
        for line in self.lines:
            mark, bar = "!" if line.stderr else " ", FIXED if line.fixed else FREE
            gutter = f"{line.writer:{width}}{mark}{bar}"
            rows.append(f"{gutter} {line.text}" if line.text else gutter)
        if self.closing:
            rows.append(f"{'main':{width}} {CLOSING} {self.closing}")
        return "\n".join(rows) + "\n"


def writer_order(line: Line) -> tuple[bool, int]:
    """Main first, then the children by number."""
    return line.writer != "main", int(line.writer.rpartition("-")[2]) if "-" in line.writer else 0


def read(path: Path) -> tuple[str, Transcript]:
    """The command and the transcript that a recording holds.

    Raises:
        ValueError: a line that no run can have printed, with its number, or no text at all.
    """
    try:
        first, *rows = path.read_bytes().decode().split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name} cannot be read: {error}") from None
    lines, closing = [], ""
    for number, row in enumerate(rows[:-1], start=2):
        match = LINE.fullmatch(row)
        if not match or closing:
            raise ValueError(f"{path.name}, line {number} is not a recorded line: {row!r}")
        if match["bar"] == CLOSING:
            closing = match["text"] or ""
        else:
            stderr, fixed = match["mark"] == "!", match["bar"] == FIXED
            lines.append(Line(match["writer"], stderr, match["text"] or "", fixed))
    return first.removeprefix("$ "), Transcript(tuple(lines), closing)


def transcript(run: Run, ranges: Sequence[Range] = ()) -> Transcript:
    """What the run printed, with names for the values that differ from run to run."""
    names = process_names(run)
    said = [Line(names[one.pid], one.stderr, printable(one.text)) for one in run.said]
    said = without_frames(said)
    lines = [replace(line, text=name_in(line.text, run, names, ranges)) for line in said]
    for kind, pattern in VALUES:
        lines = name_values(kind, pattern, lines)
    return Transcript(tuple(lines), run.ending)


def name_in(text: str, run: Run, names: dict[int, str], ranges: Sequence[Range]) -> str:
    """Name folders, pids and numbers of a range."""
    text = text.replace(f"{run.folder}/tmp", "<tmp>").replace(f"{run.package}/", "ipcdocs/")
    return name_ranges(name_pids(text, names), ranges)


def printable(text: str) -> str:
    """The text with escapes for what an editor or a page would not show as it is."""
    return "".join(
        c if c.isprintable() or c == "\t" else c.encode("unicode_escape").decode() for c in text
    )


def process_names(run: Run) -> dict[int, str]:
    """Names of the pids that wrote, in the order of their start, and of those mentioned."""
    most = int(Path("/proc/sys/kernel/pid_max").read_text())

    def age(pid: int) -> int:
        return (pid - run.main) % most

    writers = sorted({one.pid for one in run.said} - {run.main}, key=age)
    names = {run.main: "main"} | {pid: f"child-{n}" for n, pid in enumerate(writers, 1)}
    mentioned = {
        int(number)
        for one in run.said
        for match in PIDS.finditer(one.text)
        for number in re.findall(r"\d+", match["numbers"])
    }
    others = sorted(mentioned - set(names), key=age)
    return names | {pid: f"other-{n}" for n, pid in enumerate(others, 1)}


def name_pids(text: str, names: dict[int, str]) -> str:
    def name(match: re.Match[str]) -> str:
        return match["before"] + re.sub(
            r"\d+", lambda number: f"<pid:{names[int(number[0])]}>", match["numbers"]
        )

    return PIDS.sub(name, text)


def name_ranges(text: str, ranges: Sequence[Range]) -> str:
    """Name a number that may be any of a range; one outside stays, and is a difference."""
    for each in ranges:

        def name(match: re.Match[str], each: Range = each) -> str:
            inside = each.low <= int(match["number"]) <= each.high
            return match["before"] + (each.name if inside else match["number"])

        whole = r"(?P<number>0|[1-9][0-9]{,99})(?!\w|[.,]\d)"
        text = re.sub(rf"(?P<before>\b{each.word} ){whole}", name, text)
    return text


def name_values(kind: str, pattern: re.Pattern[str], lines: Sequence[Line]) -> list[Line]:
    """Name each value of each writer: main's own names for what main printed too."""
    letters: Counter[str] = Counter()
    names: dict[tuple[str, str], str] = {}
    for line in sorted(lines, key=writer_order):
        for match in pattern.finditer(line.text):
            key = line.writer, match["value"]
            if key not in names and ("main", match["value"]) in names:
                names[key] = names["main", match["value"]]
            elif key not in names:
                round, place = divmod(letters[line.writer], 26)
                letters[line.writer] += 1
                at = "" if line.writer == "main" else f"@{line.writer}"
                names[key] = f"<{kind}:{string.ascii_uppercase[place]}{round or ''}{at}>"

    def named(line: Line) -> Line:
        def name(match: re.Match[str]) -> str:
            return match["before"] + names[line.writer, match["value"]]

        return replace(line, text=pattern.sub(name, line.text))

    return [named(line) for line in lines]


def without_frames(lines: Iterable[Line]) -> list[Line]:
    """Leave out the frames of tracebacks, and the places of warnings.

    They hold paths, and the numbers and words of lines of one Python version.
    """
    kept = []
    inside_of: dict[tuple[str, bool], tuple[str, int]] = {}
    for line in lines:
        key = line.writer, line.stderr
        margin, number = inside_of.pop(key, ("", 0))
        if stack := STACK.fullmatch(line.text):
            inside_of[key] = stack["margin"].replace("+", "|") + "  ", 1
        elif match := WARNING.match(line.text):
            inside_of[key] = "  ", 1
            line = replace(line, text=f"…/{match['file']}: {line.text[match.start('what') :]}")
        elif number and line.text.startswith(margin):
            inside_of[key] = margin, number + 1
            if number > 1:
                continue
            line = replace(line, text=f"{margin}…")
        kept.append(line)
    return kept


def always_fixed(transcripts: Iterable[Transcript]) -> frozenset[Key]:
    """The lines that had the same ones before them in every one of these runs."""
    places: dict[Key, set[frozenset[Key]]] = {}
    for each in transcripts:
        keys = each.keys()
        for place, key in enumerate(keys):
            places.setdefault(key, set()).add(frozenset(keys[:place]))
    return frozenset(key for key, before in places.items() if len(before) == 1)
