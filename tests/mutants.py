"""Faults made on purpose: changed copies of a recording or of a page."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ipcdocs._recording.transcript import FIXED, FREE


@dataclass(frozen=True)
class Mutant:
    """A changed text: ``kind`` is the change's name, ``line`` its place, from 1."""

    kind: str
    line: int
    was: str
    now: str
    text: str


def common(one: Sequence[str], two: Sequence[str]) -> int:
    """How many of the first lines are the same."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b),
        min(len(one), len(two)),
    )


def mutants(text: str, changes: Iterable[tuple[str, str]]) -> Iterator[Mutant]:
    """The changed texts, each once, with the lines that tell them from the text."""
    seen = {text}
    old = text.split("\n")
    for kind, changed in changes:
        if changed not in seen:
            seen.add(changed)
            new = changed.split("\n")
            head = common(old, new)
            tail = common(old[head:][::-1], new[head:][::-1])
            was, now = (" ⏎ ".join(map(str.strip, x[head : len(x) - tail])) for x in (old, new))
            yield Mutant(kind, head + 1, was, now, changed)


def of_recording(text: str) -> list[Mutant]:
    """Mutants of a recording: lines, characters, names."""
    return list(mutants(text, changed_recordings(text)))


def changed_recordings(text: str) -> Iterator[tuple[str, str]]:
    """Each change of one place of a recording, with its kind."""
    yield from changed_lines(text, lambda line: True)
    for start, character in enumerate(text):
        other = {FIXED: FREE, FREE: FIXED, "!": " "}.get(character, "x")
        other = "y" if character == other else other
        kind = "bar changed" if character in FIXED + FREE else "character changed"
        yield kind, text[:start] + other + text[start + 1 :]
        yield "character removed", text[:start] + text[start + 1 :]
    names = sorted(set(re.findall(r"<[a-z]+:[^<>]+>", text)))
    for match in re.finditer(r"<(?P<kind>[a-z]+):[^<>]+>", text):
        for name in names:
            if name.startswith(f"<{match['kind']}:"):
                exchanged = text[: match.start()] + name + text[match.end() :]
                yield "name exchanged", exchanged


def changed_lines(text: str, wanted: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Lines lost, added and exchanged with the next."""
    lines = text.splitlines(keepends=True)
    for n, line in enumerate(lines):
        if wanted(line):
            before, after = "".join(lines[:n]), "".join(lines[n + 1 :])
            yield "line lost", before + after
            yield "line added", before + line + line + after
            if n + 1 < len(lines) and wanted(lines[n + 1]):
                after = "".join(lines[n + 2 :])
                yield "line moved", before + lines[n + 1] + line + after


def of_page(text: str) -> list[Mutant]:
    """Mutants of a page that its twin does not share; words are for readers to judge."""
    return list(mutants(text, changed_pages(text)))


ROLE = r"\{[\w:+-]+\}`[^`]*`"
PAGE_PARTS = (
    ("label changed", r"^\((?P<it>[a-z0-9-]+)\)=", "{}-x"),
    ("include changed", r"ipcdocs/(?P<it>[\w/]+)\.(?:py|out)$", "{}x"),
    ("include changed", r"ipcdocs/[\w/]+\.(?P<it>out)$", "py"),
    ("link changed", r"\]\((?P<it>[^)]+)", "{}-x"),
    ("role changed", r"\}`(?P<it>[^`]+)", "{}x"),
    ("code changed", rf"{ROLE}|(?<!`)`(?P<it>[^`\n]+)`", "{}x"),
    ("number changed", rf"{ROLE}|`[^`]*`|\]\([^)]*\)|\((?:\w+-)+\w+\)=|(?P<it>\d+)", "{}1"),
    ("heading changed", r"^(?P<it>#+) ", "{}#"),
    ("directive changed", r"^```\{(?P<it>\w+)", "note"),
)


def changed_pages(text: str) -> Iterator[tuple[str, str]]:
    """Each change of one place of a page, with its kind."""
    # Each language has its own paragraphs; all other lines are those of its twin.
    frame = re.compile(r"[|:#(]|```| *(?:- |\d+\. )")
    yield from changed_lines(text, lambda line: bool(frame.match(line)))
    for kind, pattern, new in PAGE_PARTS:
        for match in re.finditer(pattern, text, re.MULTILINE):
            if it := match["it"]:
                yield kind, text[: match.start("it")] + new.format(it) + text[match.end("it") :]
