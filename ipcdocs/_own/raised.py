"""Errors and warnings in a text: their classes, and their last lines with what belongs to them."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

LINE = re.compile(r"(?P<writer>(?:main|child-\d+|other-\d+)) *(?P<stderr>!?)[│┊] ?(?P<text>.*)")
KIND = r"(?:[A-Za-z_]\w*\.)*(?:[A-Z]\w*(?:Error|Exception|Warning|Interrupt)|BrokenProcessPool)"
RAISED = re.compile(rf"(?P<kind>{KIND})(?::.*)?")
WARNED = re.compile(rf"…/\S+: (?P<error>(?P<kind>{KIND}): .*)")
PRINTED = re.compile(rf".*?(?<![\w.])(?P<error>(?P<kind>{KIND}): .+)")
# What ends the text of an error: the next process or exception has the word.
NEXT = re.compile(
    r"Process .*:$|Traceback \(most recent call last\):$|During handling|The above "
    "|\"\"\"$|'''$"  # around the traceback of another process
)
# What a reader's text has before a line: the gutter of `run` or of a recording, an exception
# group's margin.
MARGIN = re.compile(r"(?:(?:main|pid \d+|[\w-]+-\d+) *!?[│┊┆] ?)?(?:[ +|]*[+|][ +|-]*)?")
FRAME = re.compile(r'\s*File "[^"]+", line \d+')
ENDED = re.compile(r"(?P<kind>(?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*)(?::.*)?")
COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def errors(recording: str) -> Iterator[tuple[str, str]]:
    """Find each error in a recording: its class, and its last line with what belongs to it."""
    lines = [match for line in recording.splitlines() if (match := LINE.fullmatch(line))]
    for (_writer, stderr), said in groupby(
        lines, key=lambda line: (line["writer"], line["stderr"])
    ):
        yield from told((line["text"] for line in said), bool(stderr))


def told(lines: Iterable[str], stderr: bool) -> Iterator[tuple[str, str]]:
    """Find each error in what one process wrote to one stream."""
    kind, text = "", list[str]()
    for line in lines:
        if stderr and (match := RAISED.fullmatch(line.rstrip())):
            if kind:
                yield kind, "\n".join(text).rstrip()
            kind, text = match["kind"], [line.rstrip()]
        elif kind and NEXT.match(line):
            yield kind, "\n".join(text).rstrip()
            kind = ""
        elif kind:
            text.append(line)
        elif match := (WARNED if stderr else PRINTED).fullmatch(line):
            yield match["kind"], match["error"]
    if kind:
        yield kind, "\n".join(text).rstrip()


def errors_of(text: str) -> list[tuple[str, str]]:
    """Find each error in a reader's text, such as a screen full of tracebacks, once."""
    found: list[tuple[str, str]] = []
    kind, said = "", list[str]()
    framed = False

    def end() -> None:
        nonlocal kind
        if kind:
            found.append((kind, "\n".join(said).rstrip()))
            kind = ""

    for row in text.splitlines():
        line = COLOUR.sub("", row)
        line = line[MARGIN.match(line).end() :].rstrip()  # type: ignore[union-attr]
        if FRAME.match(line):
            end()
            framed = True
        elif match := (ENDED if framed and line[:1].strip() else RAISED).fullmatch(line):
            end()
            kind, said, framed = match["kind"], [line], False
        elif NEXT.match(line):
            end()
        elif kind and (line[:1].isspace() or not line or line.startswith("when serializing")):
            said.append(line)
        else:
            end()
            if match := PRINTED.fullmatch(line):
                found.append((match["kind"], match["error"]))
    end()
    return list(dict.fromkeys(found))


def shape(text: str) -> str:
    """The text without what is a program's own: names in quotes, numbers, objects.

    The number of a system's error is not its own.
    """
    own = r"(\[(?:WinError|Errno) \d+\])|'[^'\n]*'|<[^>\n]*>|\d+"
    return re.sub(own, lambda match: match[1] or "…", text)


def title(text: str) -> str:
    """Take the first line, and of a message that only begins below it the first paragraph."""
    first, _newline, rest = text.partition("\n")
    return " ".join(f"{first} {rest}".split("\n\n")[0].split()) if first[-1:] == ":" else first
