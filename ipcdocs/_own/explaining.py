"""``explain``: what the errors in a text mean, by the error index of the pages."""

import difflib
import json
import locale
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .._recording.basics import PACKAGE
from .raised import errors_of, shape, title

FILE = Path(__file__).with_name("errors.json")
LANGUAGES = ("en", "zh")
NEAR = 0.75
"""How alike the words of two texts are, from 0 to 1, that may be the same error."""
CLOSE = 0.03
"""How much less alike an entry may be that is told beside the likeliest."""
# A text with one of these is about processes, whatever is around it.
SPECIFIC = re.compile(
    r"pickl|(?i:process)|fork|(?i:spawn|pool|shared)|context|SemLock|bootstrap|AF_UNIX|_main__"
    r"|exported pointers|local object|get attribute|WinError|serializ|AuthenticationString|leaked"
    r"|KeyboardInterrupt"
)
# Around an error whose text says nothing of processes, this shows that it is one of theirs.
AROUND = re.compile(
    r"multiprocessing|concurrent[./\\]futures|^Process \S+:$|RemoteTraceback|RemoteError"
    r"|_main__|\bexitcode\b|Exception in initializer",
    re.MULTILINE,
)
WORDS = {
    "en": {
        "serializing": "where it is: ",
        "where": "printed on: ",
        "pages": "pages:",
        "maybe": "If it came from a child, a worker, or what they share:",
        "section": "{page}, section “{title}”",
        "unknown": "Unknown: no error of the index is in this text.",
        "ordinary": "Not an error of processes, as far as can be seen: {text}",
        "look": (
            "What to look for: the last line of each traceback, which names the error; the first "
            "traceback on the screen, as those below may only follow from it; a line such as "
            "“Process SpawnProcess-1:”, which says that a child failed. Give all of it: "
            "python program.py 2> errors.txt, then python -m ipcdocs explain errors.txt"
        ),
        "kinds": "Of the same class the index has: ",
    },
    "zh": {
        "serializing": "它的位置：",
        "where": "出现于：",
        "pages": "相关页面：",
        "maybe": "如果它出自子进程、工作进程，或者它们共享的东西：",
        "section": "{page}，“{title}”一节",
        "unknown": "未知：这段文字里没有索引收录的错误。",
        "ordinary": "看不出与进程有关的普通错误：{text}",
        "look": (
            "要找的是：每份回溯的最后一行，它写着是什么错误；屏幕上的第一份回溯，"
            "后面的可能只是它的后果；“Process SpawnProcess-1:”之类的一行，"
            "它表示子进程出错了。请给出全部文字：先运行 python program.py 2> errors.txt，"
            "再运行 python -m ipcdocs explain errors.txt"
        ),
        "kinds": "索引中同一类错误有：",
    },
}


@dataclass(frozen=True, eq=False)
class Entry:
    """An entry of the index; ``body`` and ``where`` are by language."""

    texts: tuple[str, ...]
    told: bool
    labels: tuple[str, ...]
    body: dict[str, list[str]]
    where: dict[str, str]


@dataclass(frozen=True)
class Found:
    """An error of a text, and the entries that are about it, the likeliest first.

    ``sure`` is whether error and surroundings say that it is about processes.
    """

    kind: str
    text: str
    entries: tuple[Entry, ...]
    sure: bool


@cache
def index() -> dict[str, Any]:
    """What is in the file."""
    whole: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return whole


@cache
def entries() -> tuple[Entry, ...]:
    """The entries of the index."""
    return tuple(
        Entry(
            tuple(each["texts"]), each["told"], tuple(each["labels"]), each["body"], each["where"]
        )
        for each in index()["entries"]
    )


def plain(text: str) -> str:
    """The text without apostrophes, so that quotation marks come in pairs."""
    return re.sub(r"(?<=\w)'(?=[a-z]\b)", "’", text)


def bare(text: str) -> str:
    """An error without the module of its class, its own words, and how it was serialized."""
    kind, colon, rest = plain(title(text)).partition(":")
    rest = re.sub(r"<(lambda|locals)>", r"\1", rest)
    rest = re.sub(r"0x[0-9a-fA-F]+|<address:\w+>|__main__\.\w+|__mp_main__\.\w+", "…", rest)
    return f"{kind.rpartition('.')[2]}{colon}{shape(rest)}"


def likeness(error: str, known: str) -> float:
    """How alike two errors are, from 0 to 1; 0 for those of two classes."""
    if title(error) == title(known):
        return 1.0
    one, other = bare(error), bare(known)
    if one == other:
        # Words in quotes speak for it: '_thread.lock' is near '_thread.RLock'.
        mine, theirs = (
            " ".join(re.findall(r"'[^'\n]*'", plain(title(t)))) for t in (error, known)
        )
        return 0.9 + 0.09 * difflib.SequenceMatcher(None, mine, theirs).ratio()
    if one.partition(":")[0] != other.partition(":")[0]:
        return 0.0
    words = [re.findall(r"\w+|…", each.partition(":")[2]) for each in (one, other)]
    common = sum(len(word) > 2 for word in words[1])
    ratio = difflib.SequenceMatcher(None, words[0], words[1]).ratio()
    return 0.9 * ratio if common > 1 and ratio >= NEAR else 0.0


def about(error: str, whole: str) -> list[tuple[float, Entry]]:
    """The entries that are about an error, the likeliest first; ``whole`` is all of the text."""
    found = []
    for entry in entries():
        if entry.told:
            alike = 0.95 if shape(entry.texts[0]) in shape(error) else 0.0
        else:
            alike = max(likeness(error, text) for text in entry.texts)
        if alike:
            hints = sum(applies(line, whole) for line in entry.body["en"])
            found.append((alike + min(hints, 2) / 100, entry))
    return sorted(found, key=lambda each: -each[0])


def applies(line: str, whole: str) -> bool:
    """Whether one of an entry's causes is told apart by words that are in the text."""
    if line.startswith("- `"):
        before = re.findall(r"`([^`]+)`", re.split("[:：]", line)[0])
        return any(
            code in whole or ("'" in code and shape(code) in shape(whole)) for code in before
        )
    before = re.findall(r"`([^`]+)`", re.split(r": |：|, see|，", line)[0])
    return line[:2] == "- " and bool(before) and all(code in whole for code in before)


def known(whole: str) -> list[Found]:
    """Each error in a text, with the entries about it."""
    found = []
    for kind, text in errors_of(whole):
        best = about(text, whole)
        close = [entry for alike, entry in best if alike >= best[0][0] - CLOSE]
        sure = bool(SPECIFIC.search(text) or AROUND.search(whole))
        found.append(Found(kind, text, tuple(close[:3]), sure))
    # A line of no traceback that is known for what it says.
    for entry in entries():
        if entry.told and ":" not in entry.texts[0] and entry.texts[0] in whole:
            found.append(Found("", entry.texts[0], (entry,), True))
    return found


def serialized(text: str) -> list[str]:
    """The objects through which what cannot be pickled was reached, the outermost first."""
    return re.findall(r"^when serializing (.+)$", text, re.MULTILINE)[::-1]


def default_language() -> str:
    """The language of the reader's system, if it is one of the two, else English."""
    names = [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next(filter(None, names), None) or locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def pages(labels: Sequence[str], language: str) -> list[str]:
    """Where labels lead: a file of a clone, or a page of the site, and the section."""
    rows = []
    for label in labels:
        page, heading = index()["pages"][language][label]
        file = Path("docs", language, f"{page}.md")
        if (PACKAGE.parent / file).is_file():
            page = file.as_posix()
        rows.append(WORDS[language]["section"].format(page=page, title=heading))
    return rows


def answer(found: Found, language: str, whole: str, most: int = 3) -> Iterator[str]:
    """What is to be said of an error, line by line, by no more entries than ``most``."""
    words = WORDS[language]
    yield title(found.text)
    if path := serialized(found.text):
        yield f"  {words['serializing']}{' → '.join(path)}"
    for entry in found.entries[:most]:
        yield ""
        if not found.sure:
            yield f"  {words['maybe']}"
        for line in entry.body[language]:
            yield f"  {'→ ' + line[2:] if applies(line, whole) else line}"
        if entry.where[language]:
            yield f"  {words['where']}{entry.where[language]}"
        yield f"  {words['pages']}"
        yield from (f"    {row}" for row in pages(entry.labels, language))


def explain(whole: str, language: str) -> tuple[bool, str]:
    """Whether a text has errors of the index, and what is to be said of it."""
    words = WORDS[language]
    every = known(whole)
    framed = bool(re.search(r'^[ |+]*File "', whole, re.MULTILINE))
    told = [each for each in every if each.entries and (each.sure or not framed)]
    if told:
        seen: set[tuple[Entry, ...]] = set()
        blocks = []
        for each in told:
            if each.entries not in seen:
                seen.add(each.entries)
                blocks.append("\n".join(answer(each, language, whole)))
        return True, "\n\n".join(blocks) + "\n"
    lines = [words["unknown"]]
    lines += [words["ordinary"].format(text=title(each.text)) for each in every]
    kinds = {each.kind.rpartition(".")[2] for each in every}
    texts = [text for entry in entries() for text in entry.texts[:1]]
    near = [f"  {title(text)}" for text in texts if bare(text).partition(":")[0] in kinds]
    lines += ["\n".join([words["kinds"].rstrip(), *near])] if near else []
    return False, "\n\n".join([*lines, words["look"], *index()["intro"][language][1:]]) + "\n"
