"""What pages and examples must be like: each function returns what is wrong, one string each."""

import ast
import builtins
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise, zip_longest
from pathlib import Path

from ipcdocs._recording.basics import METHODS
from ipcdocs._recording.examples import Example

FENCE = re.compile(
    r"(?P<fence>`{3,}|:{3,})(?:\{(?P<directive>[\w-]+)\} ?(?P<argument>.*))?(?P<rest>.*)"
)
LABEL = re.compile(r"\((?P<label>[a-z0-9-]+)\)=")
ROLE = re.compile(r"(?:\{(?P<role>[\w:+-]+)\}`(?P<text>[^`]*)`)|\]\((?P<link>[^)]+)\)")
DIRECTIVES = {
    *(
        "error-text",
        "error-told",
        "glossary",
        "index",
        "literalinclude",
        "memory",
        "note",
        "tip",
        "toctree",
    ),
    *("verified", "warning"),
}
INCLUDE_OPTIONS = {"pyobject", "opens"}
# Programs about the choice of a start method; all others leave it to the runner.
CHOOSE = {
    "pools.limit_refused",
    *("processes.context_set", "processes.mixed_contexts", "processes.one_context"),
    *("processes.start_cost", "processes.under_forkserver"),
}
HAN = "\u3400-\u9fff"
STOPS = "，。：；！？、（）《》“”"


def twins(docs: Path) -> Iterator[str]:
    """Pages that are not each other's twin, with the first line that differs."""
    pages = {
        language: {path.relative_to(docs / language) for path in (docs / language).rglob("*.md")}
        for language in ("en", "zh")
    }
    for language, other in (("en", "zh"), ("zh", "en")):
        for page in sorted(pages[language] - pages[other]):
            yield f"{language}/{page} has no twin {other}/{page}: write it"
    for page in sorted(pages["en"] & pages["zh"]):
        texts = [(docs / language / page).read_text("utf-8") for language in ("en", "zh")]
        for one, two in zip_longest(*map(sections, texts)):
            if difference := unlike(one, two):
                yield f"{page}, {difference}"
                break


@dataclass
class Section:
    """What a section must have in common with its twin; sentences and paragraphs are its own."""

    name: str
    frame: list[str] = field(default_factory=list)
    """In this order: label, level, directives with their lines, items of lists, rows of tables."""
    facts: set[str] = field(default_factory=set)
    """What the prose links to, its code and its numbers."""


def unlike(one: Section | None, two: Section | None) -> str:
    """How a section differs from its twin, in words; nothing if it does not."""
    if not one or not two:
        return f"only {'zh' if two else 'en'} has {(one or two or Section('')).name}"
    for mine, its in zip_longest(one.frame, two.frame, fillvalue="no more"):
        if mine != its:
            return f"{one.name}: en has {mine}, zh has {its}"
    if one.facts != two.facts:
        alone = [sorted(one.facts - two.facts), sorted(two.facts - one.facts)]
        return f"{one.name}: only en has {alone[0]}, only zh has {alone[1]}"
    return ""


@lru_cache(maxsize=256)  # all pages, while one of them is changed again and again
def sections(text: str) -> Sequence[Section]:
    """Take a page to pieces, at its headings."""
    found = [Section("at the top")]
    directive, label = "", ""
    for line in text.splitlines():
        here = found[-1]
        if line.startswith(("```", ":::")):
            ended = directive
            match = FENCE.fullmatch(line)
            directive = (match["directive"] or "") if match else ""
            if ended == "glossary" and not directive:
                continue
            # What readers call a thing is each language's own.
            here.frame.append("```{index}" if directive == "index" else line)
        elif directive in ("literalinclude", "memory", "toctree"):
            caption = line.startswith(":caption:")
            here.frame.append(f":caption: {targets(line)}" if caption else line)
        elif directive and line.startswith(":"):
            here.frame.append(line.replace("、", ", "))
        elif LABEL.fullmatch(line):
            label = line
        elif heading := re.match(r"#+ ", line):
            found.append(Section(f"section {label or len(found)}", [label, heading[0]]))
            found[-1].facts.update(targets(line))
            label = ""
        elif directive == "glossary" and re.match(r"\S", line):
            found.append(Section(f"term {term(line)}"))
        elif item := re.match(r" *(?:- |\d+\. )|\|", line):
            kind = f"a row of {line.count('|') - 1}" if item[0] == "|" else f"an item {item[0]!r}"
            rule = "a rule, " if set(line) <= set("|-: ") else ""
            here.frame.append(f"{rule}{kind} with {targets(line)}")
        else:
            here.facts.update(targets(line))
    # Terms are in their language's order.
    return sorted(
        found, key=lambda section: section.name if section.name.startswith("term ") else ""
    )


def term(name: str) -> str:
    """A term of the glossary, English and Chinese, whichever comes first."""
    return " · ".join(sorted(name.split(" · ")))


def listed(source: str) -> str:
    """A program as pages show it: without what its tests expect of it."""
    return re.sub(r"^# Expected: .*\n", "", source, flags=re.MULTILINE).strip()


def targets(line: str) -> list[str]:
    """What the roles and links of a line lead to, and its code and its numbers."""
    bare = re.sub(r"\{[\w:+-]+\}`[^`]*`|\]\([^)]*\)", "", line)
    found = re.findall(r"`[^`]+`", bare)
    numbers = re.sub(r"(\d+) 万", r"\g<1>0,000", re.sub(r"`[^`]+`", "", bare))
    found += re.findall(r"\d+(?:[.,]\d+)*", numbers)
    for match in ROLE.finditer(line):
        text = match["text"] or ""
        inner = re.fullmatch(r".*<(?P<target>[^<>]+)>", text)
        link = (match["link"] or "").replace("docs.python.org/zh-cn/", "docs.python.org/")
        target = inner["target"] if inner else text
        found.append(link or f"{match['role']}:{term(target)}")
    return sorted(found)


def page_form(docs: Path, package: Path) -> Iterator[str]:
    """What a page may not have: bare headings, typed code, includes by line number, bad paths."""
    for language in ("en", "zh"):
        labels: Counter[str] = Counter()
        for path in sorted((docs / language).rglob("*.md")):
            page = path.relative_to(docs)
            text = path.read_text("utf-8")
            if not re.search(r"^(?![(#`:]).", text, re.MULTILINE):
                yield f"{page} has no text: write it, or leave it out"
            first, code = "", ""
            previous, directive = "", ""
            for number, line in enumerate(text.splitlines(), start=1):
                where = f"{page}, line {number}"
                if line.startswith(("```", ":::")):
                    match = FENCE.fullmatch(line)
                    opening = match and (match["directive"] or match["rest"] or not directive)
                    if match and opening:
                        directive = match["directive"] or "text"
                        if directive not in DIRECTIVES:
                            yield f"{where}: code and output are included, not typed: {line}"
                        elif directive == "literalinclude":
                            target = (path.parent / match["argument"]).resolve()
                            if not target.is_file() or not target.is_relative_to(package):
                                yield f"{where}: there is no {match['argument']} in the package"
                            else:
                                code += target.read_text("utf-8")
                    else:
                        directive = ""
                elif directive == "literalinclude":
                    option = line.split(":")[1] if line.startswith(":") else line
                    if option not in INCLUDE_OPTIONS:
                        yield f"{where}: include whole files or by :pyobject:, not by {line!r}"
                elif directive == "memory" and not line.startswith((":", "shared: ")):
                    held = line.partition(": ")[2].replace("-> shared", "")
                    for name in re.findall(r"[A-Za-z_]\w*", re.sub(r"\bthread \d", "", held)):
                        if not hasattr(builtins, name) and not re.search(rf"\b{name}\b", code):
                            yield f"{where}: no program above has the name {name}"
                elif not directive and re.match(r"(?: {4}|\t)", line):
                    yield f"{where}: indented text is code, and code is included: {line.strip()}"
                elif not directive and re.match(r"#+ ", line):
                    label = LABEL.fullmatch(previous)
                    if not label:
                        yield f"{where}: no (label)= above this heading: {line}"
                    elif not first:
                        first = label["label"]
                        stem = "index" if path.stem == "index" else path.stem
                        if first != stem:
                            yield f"{where}: the first label is ({first})=, not ({stem})="
                if label := LABEL.fullmatch(line):
                    labels[label["label"]] += 1
                previous = line
        for name, count in labels.items():
            if count > 1:
                yield f"{language}: the label ({name})= stands {count} times"


def alphabetical(docs: Path) -> Iterator[str]:
    """Terms of the glossary that are not where a reader of their language looks for them."""
    for language in ("en", "zh"):
        for path in sorted((docs / language).glob("glossary.md")):
            text = path.read_text("utf-8").partition("```{glossary}")[2]
            terms = re.findall(r"^\S.*(?= · )", text, re.MULTILINE)
            # In GBK common characters, those of GB 2312, are in the order of pinyin.
            for one, other in pairwise(terms):
                if one.encode("gbk") > other.encode("gbk"):
                    yield f"{path.relative_to(docs)}: {one} stands before {other}"


def shown(docs: Path, examples: Mapping[str, Example]) -> Iterator[str]:
    """Examples that are not shown once, with their output, on a page of each language."""
    for language in ("en", "zh"):
        pages: dict[Path, list[str]] = {}
        for path in sorted((docs / language).rglob("*.md")):
            lines = path.read_text("utf-8").splitlines()
            for line, following in zip(lines, [*lines[1:], ""], strict=True):
                match = FENCE.fullmatch(line)
                included = match and match["directive"] == "literalinclude"
                if match and included and not following.startswith(":pyobject:"):
                    target = (path.parent / match["argument"]).resolve()
                    pages.setdefault(target, []).append(path.relative_to(docs).as_posix())
        for name, example in examples.items():
            code = pages.get(example.path, [])
            output = pages.get(example.path.with_suffix(".out"), [])
            if len(code) != 1:
                yield f"{name} is shown {len(code)} times in {language} {code}: show it once"
            elif output != code:
                yield f"{name} is shown in {code[0]}, what it prints in {output or 'no page'}"


def chinese(docs: Path) -> Iterator[str]:
    """Punctuation and spaces that Chinese text may not have; Chinese on English pages."""
    for path in sorted((docs / "zh").rglob("*.md")):
        directive = ""
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if line.startswith(("```", ":::")):
                match = FENCE.fullmatch(line)
                directive = (match["directive"] or "") if match else ""
            elif directive not in ("literalinclude", "toctree") and "·" not in line:
                for problem in spacing(line):
                    yield f"{path.relative_to(docs)}, line {number}: {problem}"
    for path in sorted((docs / "en").rglob("*.md")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if re.search(f"[{HAN}]", line) and "·" not in line:
                yield f"{path.relative_to(docs)}, line {number}: Chinese on an English page"


def spacing(line: str) -> Iterator[str]:
    """Faults of one line, where roles and links count as their text, and code as a Latin word."""
    text = re.sub(r"\{[\w:+-]+\}`([^`<]*?) ?<[^`]*>`", r"\1", line)
    text = re.sub(r"\{(?:ref|numref)\}`[^`]*`", "\ufffc", text)
    text = re.sub(r"\{[\w:+-]+\}`[^`]*`|`[^`]*`", "code", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "")
    text = re.sub(r" *\| *", "\n", text)
    if match := re.search(f"[{HAN}][,;:!?()]|[,;:!?(][{HAN}]|[{HAN}]\\.(?!\\w)", text):
        yield f"half-width punctuation beside Chinese: {match[0]}"
    if match := re.search(f"[{HAN}][A-Za-z0-9]|[A-Za-z0-9][{HAN}]", text):
        yield f"no space between Chinese and Latin: {match[0]}"
    if match := re.search(f"[{HAN}{STOPS}] +[{HAN}{STOPS}]|[{STOPS}] +\\w|\\w +[{STOPS}]", text):
        yield f"a stray space: {match[0]}"


def terms(docs: Path) -> Iterator[str]:
    """Chinese words that ``terms.md`` rules out, where they stand."""
    rows = re.findall(
        r"^\| (.+?) \| (.+?) \| (.*?) ?\|$", (docs / "terms.md").read_text("utf-8"), re.M
    )
    for english, good, rejected in rows[2:]:
        for bad in filter(None, rejected.split("、")):
            for path in sorted((docs / "zh").rglob("*.md")):
                for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
                    # What readers call a thing is not for us to rule out.
                    if bad in line and not line.startswith("```{index}"):
                        where = f"{path.relative_to(docs)}, line {number}"
                        yield f"{where}: {english} is {good}, not {bad}"


def example_form(example: Example) -> Iterator[str]:
    """What an example may not be: long, wide, without a guard, named as a standard module."""
    name = example.name
    source = example.path.read_text("utf-8")
    lines = source.splitlines()
    if len(lines) > 60:
        yield f"{name} has {len(lines)} lines: 60 at most"
    for number, line in enumerate(lines, start=1):
        if len(line) > 79:
            yield f"{name}, line {number} has {len(line)} columns: 79 at most"
    for part in name.split("."):
        if part in sys.stdlib_module_names:
            yield f"{name} hides the standard {part} from scripts beside it: rename it"
    tree = ast.parse(source)
    docstring = ast.get_docstring(tree)
    if not docstring or "\n" in docstring:
        yield f"{name} needs a docstring of one line that says what it shows"
    if not name.rpartition(".")[2].startswith(("no_guard", "below_guard")):
        guard = ast.unparse(tree.body[-1])
        if guard != "if __name__ == '__main__':\n    main()":
            yield f"{name} does not end with: if __name__ == '__main__': main()"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func).rpartition(".")[2]
            if called == "print" and len(node.args) != 1:
                yield f"{name}, line {node.lineno}: print one f-string"
            if called in ("set_start_method", "get_context") and name not in CHOOSE:
                yield f"{name}, line {node.lineno}: the runner chooses the start method"
    cells = [(method, version) for method in METHODS for version in example.expected.versions]
    for method, version in cells:
        if not example.recording(method, version):
            yield f"{name} has no recording for {method} on {version}: record it"
            break
