"""Write the error index for `python -m ipcdocs explain`: `python docs/error_file.py`.

The pages `errors.md` stay the one place where it is written. What an installed package needs of
them goes into a file: their texts, the texts of the errors from the recordings, and the titles of
the sections that they lead to. A test holds that the file is what this makes of the pages.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent))

from ipcdocs._own.causes import LABELS  # noqa: E402
from ipcdocs._own.explaining import FILE  # noqa: E402
from ipcdocs._own.raised import errors, title  # noqa: E402
from ipcdocs._recording.examples import examples  # noqa: E402

LANGUAGES = ("en", "zh")
HEADING = re.compile(r"^\((?P<label>[\w-]+)\)=\n+#+ (?P<title>.+)$", re.MULTILINE)
ENTRY = re.compile(
    r"^```\{error-(?P<what>text|told)\} (?P<argument>.+)\n(?::where: (?P<where>.+)\n)?"
    r"(?P<body>(?s:.*?))^```$",
    re.MULTILINE,
)
ROLE = re.compile(r"\{(?P<role>[\w:]+)\}`(?:(?P<text>[^`<]+) <(?P<to>[^`>]+)>|(?P<only>[^`]+))`")
LINK = re.compile(r"\[(?P<text>[^\]]+)\]\((?P<to>[^)]+)\)")


def titles(language: str) -> dict[str, tuple[str, str]]:
    """For each label its page, as in "processes/guard", and the title of its section."""
    found = {}
    folder = DOCS / language
    for path in sorted(folder.rglob("*.md")):
        page = path.relative_to(folder).with_suffix("").as_posix()
        for match in HEADING.finditer(path.read_text("utf-8")):
            found[match["label"]] = (page, plain(match["title"], {}))
    return found


def plain(text: str, known: dict[str, tuple[str, str]]) -> str:
    """Text without markup but for backquotes; a reference has the title of its section."""

    def role(match: re.Match[str]) -> str:
        target = match["to"] or match["only"]
        if match["role"] == "ref":
            return match["text"] or f"“{known[target][1]}”"
        if match["role"] == "cpython":
            return f"https://github.com/python/cpython/issues/{target}"
        return f"`{target.rpartition('.')[2] if target[0] == '~' else target}`"

    # Chinese text has a space before code, and none before a quotation mark.
    text = re.sub(r"(?<=[\u4e00-\u9fff]) (?=“)", "", ROLE.sub(role, text))
    return LINK.sub(lambda link: f"{link['text']} ({link['to']})", text)


def refs(text: str) -> list[str]:
    """The labels that a text leads to."""
    found = [m["to"] or m["only"] for m in ROLE.finditer(text) if m["role"] == "ref"]
    return list(dict.fromkeys(found))


def texts(argument: str) -> list[str]:
    """The texts of errors that an entry is about, each shape once."""
    every = examples()
    words = argument.split()
    kinds = {word for word in words if word not in every}
    found: dict[str, str] = {}
    for example in (every[word] for word in words if word in every):
        for variant in sorted(example.variants(), key=lambda variant: variant.path):
            for kind, text in errors(variant.path.read_text("utf-8")):
                if kind in kinds:
                    found.setdefault(title(text), text)
    return list(found.values())


def entries(language: str, known: dict[str, tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """The entries of a language's page."""
    for match in ENTRY.finditer((DOCS / language / "errors.md").read_text("utf-8")):
        told = match["what"] == "told"
        yield {
            "argument": match["argument"],
            "told": told,
            "texts": [match["argument"]] if told else texts(match["argument"]),
            "body": [plain(line, known) for line in match["body"].strip().split("\n") if line],
            "labels": refs(match["body"]),
            "where": match["where"] or "",
        }


def index() -> str:
    """The file's text."""
    whole: dict[str, Any] = {"entries": [], "intro": {}, "pages": {}}
    for language in LANGUAGES:
        known = titles(language)
        page = (DOCS / language / "errors.md").read_text("utf-8")
        before = page[: page.index("```{error-")].split("\n\n")
        prose = [each for each in before if not each.startswith(("---", "(", "#", "```"))]
        whole["intro"][language] = [plain(each.strip(), known) for each in prose if each.strip()]
        every = list(entries(language, known))
        if not whole["entries"]:
            keys = ("told", "texts", "labels")
            whole["entries"] = [
                {key: each[key] for key in keys} | {"body": {}, "where": {}} for each in every
            ]
            arguments = [each["argument"] for each in every]
        if [each["argument"] for each in every] != arguments:
            raise SystemExit("the two pages have not the same entries in the same order")
        for entry, each in zip(whole["entries"], every, strict=True):
            entry["body"][language], entry["where"][language] = each["body"], each["where"]
        named = {label for each in every for label in each["labels"]}
        named |= set(LABELS)
        named |= {label for paragraph in prose for label in refs(paragraph)}
        whole["pages"][language] = {label: known[label] for label in sorted(named)}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(index(), "utf-8")
