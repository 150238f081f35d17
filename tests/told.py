"""Values in sentences are those of the programs and recordings beside them.

A sentence that tells a number (10.78, exit code 1, 107 bytes, three lines) must have it from a
program or a recording of its section, or of the last section before it that has one. So a program
whose value changes, together with its recording, is noticed by the sentence that does not.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ipcdocs._recording.examples import Example
from ipcdocs._recording.transcript import Transcript, read

ALLOWED = Path(__file__).with_name("told.toml")
# These pages tell no program's values: a list of errors, of terms, and how outputs are read.
LEFT_OUT = {"errors.md", "glossary.md", "outputs.md", "verified.md"}

FENCE = re.compile(r"(`{3,}|:{3,})(?:\{(?P<directive>[\w-]+)\} ?(?P<argument>.*))?")
NUMBER = re.compile(r"(?<![\w.,])[-−]?\d+(?:[,_]\d{3})*(?:\.\d+)?(?![\w]|\.\d)")
VERSION = re.compile(
    r"(?<![\w.])(?:(?:Python|CPython) \d+(?:\.\d+)*|3\.\d+(?:\.\d+)*)(?! ?(?:%|times|倍))"
)
ENDING = re.compile(
    r"(?:exit (?:code|status)(?: of)?(?: is)?|exits? with|退出码|退出状态码)\D{0,6}?(-?\d+)", re.I
)
ENGLISH = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
CHINESE = "二三四五六七八九十"
WORDS = {word: n for words in (ENGLISH, CHINESE) for n, word in enumerate(words, 2)} | {"两": 2}
LINES = re.compile(
    rf"(?<!first )(?<!last )(?<!then )\b(?P<en>\d+|{'|'.join(ENGLISH)}) lines\b"
    rf"|(?<![第前后末这\d])(?P<zh>\d+|[{CHINESE}两]) ?行(?!为|的末)",
    re.I,
)


@dataclass
class Section:
    """A section's sentences, with the numbers of their lines, and the examples that it shows."""

    prose: list[tuple[int, str]] = field(default_factory=list)
    shows: list[Example] = field(default_factory=list)


def sections(path: Path, examples: Mapping[Path, Example]) -> Iterator[Section]:
    """Cut a page at its headings; one without programs has those of the section before."""
    current, shown = Section(), list[Example]()
    directive = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        match = FENCE.match(line)
        if match and (match["directive"] or not directive):
            directive = match["directive"] or "text"
            if directive == "literalinclude":
                target = (path.parent / match["argument"]).resolve().with_suffix("")
                example = examples.get(target.with_name(target.name.partition(".")[0] + ".py"))
                if example and example not in current.shows:
                    current.shows.append(example)
        elif match:
            directive = ""
        elif re.match(r"#+ ", line):
            yield Section(current.prose, current.shows or shown)
            current, shown = Section(), current.shows or shown
        elif not directive and line and not line.startswith("("):
            current.prose.append((number, line))
    yield Section(current.prose, current.shows or shown)


def plain(line: str) -> str:
    """The line without what is no value: targets of links, issues, versions."""
    line = re.sub(r"\{cpython\}`\d+`", "", line)
    line = re.sub(r"(\d+) 万", r"\g<1>0000", line)
    line = re.sub(r"\{[\w:+-]+\}`(?:([^`<]*?) ?<[^`]*>|[^`]*)`", r"\1", line)
    line = re.sub(r"\]\([^)]*\)", "]", line)
    return VERSION.sub("", line)


def value(text: str) -> str:
    """A number as it is compared: 100,000 and 100_000 are 100000."""
    return text.replace(",", "").replace("_", "").replace("−", "-")


@dataclass
class Evidence:
    """What the examples of a section hold.

    ``printed`` are the numbers in their outputs, ``written`` those in the programs, ``endings``
    the numbers beside the word exit, ``lengths`` the counts of lines.
    """

    printed: set[str]
    written: set[str]
    endings: set[str]
    lengths: set[int]

    @classmethod
    def of(cls, shown: Iterable[Example]) -> "Evidence":
        """Read the programs and their recordings."""
        printed, written, endings, lengths = set[str](), set[str](), set[str](), set[int]()
        for example in shown:
            recorded = [read(variant.path)[1] for variant in example.variants()]
            texts = [line.text for one in recorded for line in one.lines]
            closings = [one.closing for one in recorded]
            printed |= numbers("\n".join([*texts, *closings]))
            written |= numbers(example.source)
            lengths |= {length for one in recorded for length in counted(one)}
            endings |= {"0"} if "" in closings else set()
            for text in [*texts, *closings, example.source]:
                for line in text.splitlines():
                    if re.search(r"exit", line, re.I):
                        endings |= set(re.findall(r"-?\d+", line))
        return cls(printed, written, endings, lengths)


def numbers(text: str) -> set[str]:
    """All numbers; they stand beside letters too, as in `10s` and `<2…19999>`."""
    return {value(each) for each in re.findall(r"\d+(?:[,_]\d{3})*(?:\.\d+)?", text)}


def counted(one: Transcript) -> Iterator[int]:
    """How many lines there are, in all and of each process."""
    writers = [line.writer for line in one.lines]
    yield len(writers)
    yield from (writers.count(writer) for writer in set(writers))


def untold(line: str, evidence: Evidence) -> Iterator[str]:
    """The values of a line that the examples do not have."""
    text = plain(line)
    for match in ENDING.finditer(text):
        if match[1] not in evidence.endings:
            yield match[0]
    for match in LINES.finditer(text):
        word = match["en"] or match["zh"]
        count = int(word) if word.isdecimal() else WORDS[word.lower()]
        if count not in evidence.lengths:
            yield match[0]
    text = LINES.sub("", ENDING.sub("", text))
    for number, part in enumerate(text.split("`")):
        for match in NUMBER.finditer(part):
            digits = value(match[0]).lstrip("-−")
            # Each program has a 1 or a 2; a small number in a sentence must have been printed.
            # In code it may be part of an expression that no program here has.
            if number % 2 and len(digits) == 1:
                continue
            known = evidence.printed if len(digits) == 1 else evidence.printed | evidence.written
            if digits not in known:
                yield match[0]


def problems(
    docs: Path, examples: Iterable[Example], allowed: Sequence[Mapping[str, str]]
) -> Iterator[str]:
    """Values in sentences that nothing beside them has, and allowances that nothing needs."""
    by_path = {example.path.resolve(): example for example in examples}
    known = {(each["page"], each["value"]): False for each in allowed}
    for language in ("en", "zh"):
        for path in sorted((docs / language).rglob("*.md")):
            page = path.relative_to(docs / language).as_posix()
            for section in () if page in LEFT_OUT else sections(path, by_path):
                evidence = Evidence.of(section.shows)
                for number, line in section.prose:
                    for each in untold(line, evidence):
                        if (page, each) in known:
                            known[page, each] = True
                        else:
                            yield (
                                f"{language}/{page}, line {number} tells {each!r}, which no "
                                "program and no output of its section has: mend it, or list it in "
                                f"{ALLOWED.name} with the reason"
                            )
    for (page, each), needed in known.items():
        if not needed:
            yield f"{ALLOWED.name} allows {each!r} on {page}, which needs no allowance: remove it"


def allowed() -> list[dict[str, str]]:
    """What has another source: each with page, value and reason."""
    found: list[dict[str, str]] = tomllib.loads(ALLOWED.read_text("utf-8"))["allowed"]
    return found
