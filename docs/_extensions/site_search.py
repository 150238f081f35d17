"""Search in the page: what it searches in, and the page that lists everything.

Sphinx's own search knows no Chinese word, and fetches whole pages for its results. Here the site's
text, section by section, is one script, which also works from ``file://``; the browser indexes it
with MiniSearch (`search.js`), which takes less to load than a ready-made index would.
"""

import ast
import json
import re
import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any, TypedDict

import sphinx.search
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.util.typing import ExtensionMetadata

DATA = "searchindex.js"
STEMMERS = ("base-stemmer.js", "english-stemmer.js")

# What stands below each listing, output and error, or would be found for everything.
SKIPPED = {"run-it", "holds", "verified", "error-where", "shown-at", "jumps"}
MOST = {"en": 560, "zh": 150}
"""Bytes of a paragraph that are searched, in whole sentences that begin within them, by language.

Chinese takes three bytes a character, and is compressed less.
"""
OF_ENTRIES = 140
"""The same in the error index: its texts are what is looked for, the pages explain them."""
OUTPUTS = 1
"""The same of a paragraph that tells what the output below it shows."""


class Section(TypedDict):
    """A section of a page.

    It has its anchor, its title, what else readers call its subject (its entries of the index),
    its paragraphs, and the names that its code uses.
    """

    id: str
    title: str
    also: str
    text: list[str]
    code: str


class Page(TypedDict):
    """A page: its address within the language's folder, its title and its sections."""

    url: str
    title: str
    sections: list[Section]


def leads_on(row: nodes.Node) -> bool:
    """Whether a row of a table has a link to a page of this site, which is found itself."""
    return any(link.get("internal") for link in row.findall(nodes.reference))


def only_leads_on(item: nodes.list_item) -> bool:
    """Whether an item of a list is mostly links to pages of this site."""
    links = sum(len(link.astext()) for link in item.findall(nodes.reference))
    return leads_on(item) and 2 * links > len(item.astext())


def begun(text: str, most: int) -> str:
    """Take the sentences that begin within so many bytes of a paragraph."""
    kept = ""
    for sentence in re.split(r"(?<=。)|(?<=\. )", text):
        if len(kept.encode()) < most:
            kept += sentence
    return kept


def blocks(node: nodes.Node, most: int, of_outputs: int) -> Iterator[str]:
    """Take a section's text by paragraphs, rows and entries, without that of its subsections."""
    for child, before in zip(node.children, [None, *node.children], strict=False):
        if SKIPPED.intersection(getattr(child, "get", lambda *_: [])("classes", [])):
            continue
        if isinstance(before, nodes.container) and "listing" in before["classes"]:
            yield begun(child.astext(), of_outputs)
            continue
        match child:
            case nodes.literal_block() if child["language"] == "text":
                yield child.astext()
            case nodes.section() | nodes.title() | nodes.literal_block() | nodes.caption():
                continue
            case nodes.row() if leads_on(child):
                continue
            case nodes.list_item() if only_leads_on(child):
                continue
            case nodes.row():
                yield " · ".join(filter(None, (entry.astext() for entry in child.children)))
            case nodes.definition_list_item():
                term, definition = child.children[0], child.children[-1]
                yield f"{term.astext()}: {definition.astext()}"
            case nodes.TextElement():
                yield begun(child.astext(), most)
            case _:
                yield from blocks(child, most, of_outputs)


def told(section: nodes.section, language: str, most: int) -> Iterator[str]:
    """Take a section's text, each line once and not the title again.

    Of a section that does nothing but lead to other pages, which are found themselves, only code.
    """
    if section["ids"][0].endswith("-instead"):
        yield " ".join(dict.fromkeys(code.astext() for code in section.findall(nodes.literal)))
        return
    seen = {section[0].astext()}
    for text in blocks(section, most, OUTPUTS):
        lines = [line for line in map(str.strip, text.splitlines()) if line not in seen]
        seen.update(lines)
        if any(lines):
            yield " ".join(lines)


def used(program: str) -> Iterator[str]:
    """Name what a program uses: modules, what it takes from them, attributes and parameters.

    Its own variables nobody looks for.
    """
    for node in ast.walk(ast.parse(program)):
        match node:
            case ast.Import(names):
                yield from ".".join(each.name for each in names).split(".")
            case ast.ImportFrom(module, names):
                yield from [*(module or "").split("."), *(each.name for each in names)]
            case ast.Attribute(attr=name) | ast.keyword(arg=str(name)):
                yield name


def names(node: nodes.Node) -> Iterator[str]:
    """Name what the listings of a section use."""
    for child in node.children:
        match child:
            case nodes.section():
                continue
            case nodes.literal_block() if child["language"] == "python":
                yield from used(child.astext())
            case _:
                yield from names(child)


def page_of(url: str, doctree: nodes.document, language: str) -> Page | None:
    """Cut a page into its sections; None if it has none."""
    most = OF_ENTRIES if url == "errors.html" else MOST[language]
    prose = " ".join(
        text for each in doctree.findall(nodes.section) for text in told(each, language, most)
    )
    sections: list[Section] = [
        {
            "id": section["ids"][0],
            "title": section[0].astext(),
            "also": ", ".join(
                entry[1]
                for child in section.children
                if isinstance(child, addnodes.index)
                for entry in child["entries"]
            ),
            "text": [" ".join(text.split()) for text in texts],
            "code": " ".join(
                name
                for name in dict.fromkeys(names(section))
                if name not in prose and re.search("[A-Z_]", name)
            ),
        }
        for section in doctree.findall(nodes.section)
        for texts in [list(told(section, language, most))]
    ]
    return {"url": url, "title": sections[0]["title"], "sections": sections} if sections else None


def with_code(title: nodes.Element) -> str:
    """Put a title into HTML."""
    return "".join(
        f"<code>{escape(part.astext())}</code>"
        if isinstance(part, nodes.literal)
        else escape(part.astext())
        for part in title.children
    )


def read(path: Path) -> dict[str, Page]:
    """Read what an earlier build wrote: this one has only the pages that changed."""
    try:
        pages: list[Page] = json.loads(path.read_text("utf-8").partition("=")[2])
    except (OSError, ValueError):
        return {}
    return {page["url"]: page for page in pages}


class Search:
    """The pages of one build."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}

    def begin(self, app: Sphinx) -> None:
        """Leave out Sphinx's own search."""
        app.builder.search = False  # type: ignore[attr-defined]

    def collect(
        self,
        app: Sphinx,
        page: str,
        _template: str,
        _context: dict[str, Any],
        doctree: nodes.document | None,
    ) -> None:
        """Keep what a page says."""
        url = app.builder.get_target_uri(page)
        if doctree and (found := page_of(url, doctree, app.config.language[:2])):
            self.pages[url] = found

    def finish(self, app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Write what is searched, and make the page that lists all pages and sections."""
        data = app.outdir / DATA
        known = read(data) | self.pages
        # In the order of reading, as the table of contents gives it.
        order = [app.config.root_doc, *self.linked(app)]
        urls = [app.builder.get_target_uri(page) for page in order]
        pages = [known[url] for url in dict.fromkeys(urls) if url in known]
        text = json.dumps(pages, ensure_ascii=False, separators=(",", ":"))
        data.write_text(f"var searchPages={text}", "utf-8")
        static = app.outdir / "_static"
        static.mkdir(exist_ok=True)
        for name in STEMMERS:
            shutil.copy(Path(sphinx.search.__file__).parent / "minified-js" / name, static)
        titles = {
            f"{app.builder.get_target_uri(page)}{entry['anchorname']}": with_code(entry)
            for page in dict.fromkeys(order)
            for entry in app.env.tocs[page].findall(nodes.reference)
            if entry["refuri"] == page
        }
        context = {"title": _("Search"), "all_pages": pages, "titles": titles}
        yield "search", context, "search.html"

    def linked(self, app: Sphinx) -> Iterator[str]:
        """Name the pages as the tables of contents do, depth first."""
        waiting = [app.config.root_doc]
        while waiting:
            page = waiting.pop(0)
            yield page
            waiting = [*app.env.toctree_includes.get(page, ()), *waiting]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Replace Sphinx's search."""
    search = Search()
    app.connect("builder-inited", search.begin)
    app.connect("html-page-context", search.collect)
    app.connect("html-collect-pages", search.finish)
    return {"parallel_read_safe": True, "parallel_write_safe": False}
