"""The error index: the last line of every error in the recordings, what it means, and where.

No text of an error is typed into a page: ``{error-text} CLASS … EXAMPLE …`` takes it from what the
examples printed, and its content is the meaning. An error that no entry has fails the build.
What only other systems print has ``{error-told} TEXT`` with ``:where: Windows``: it is typed, says
that no run stands behind it, and fails the build as soon as one does.
"""

import re
from functools import cache
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from recordings import files, known, parts, span
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.util.logging import getLogger
from sphinx.util.typing import ExtensionMetadata, OptionSpec

from ipcdocs._own.raised import errors, shape, title
from ipcdocs._recording.basics import METHODS
from ipcdocs._recording.examples import Example

logger = getLogger(__name__)

Versions = tuple[tuple[int, int], ...]


@cache
def found(example: Example) -> dict[tuple[str, str], str]:
    """For each class and text of an error, under what an example meets it; "" for always."""
    met: dict[tuple[str, str], dict[str, Versions]] = {}
    for method in METHODS:
        for path, versions in parts(example, method):
            for error in errors(path.read_text("utf-8")):
                where = met.setdefault(error, {})
                where[method] = tuple(sorted({*where.get(method, ()), *versions}))
    return {error: condition(where, example) for error, where in met.items()}


def condition(where: dict[str, Versions], example: Example) -> str:
    """Put start methods and their versions into words."""
    told = []
    for versions in dict.fromkeys(where.values()):
        methods = [method for method in METHODS if where.get(method) == versions]
        names = "" if methods == list(METHODS) else _(", ").join(methods)
        pythons = "" if versions == example.expected.versions else span(versions)
        told.append(_(": ").join(filter(None, (pythons, names))))
    return _("; ").join(filter(None, told))


ENTRY = ("error-", "told-")


class shown_at(nodes.Element):
    """Becomes a link to the page that shows an example."""


class ErrorText(SphinxDirective):
    """An entry of the index: the error as it was printed, its meaning, the pages."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Make a section, whose title is the first text."""
        words = self.arguments[0].split()
        kinds = [word for word in words if word not in known()]
        named = [known()[word] for word in words if word in known()]
        claims: set[tuple[str, str]] = set()
        texts: dict[str, str] = {}
        alike: set[tuple[str, str]] = set()
        for example in named:
            for path in (str(example.path), *files(example)):
                self.env.note_dependency(path)
            for (kind, text), where in found(example).items():
                if kind in kinds:
                    claims.add((kind, example.name))
                    if (shape(text), where) not in alike:
                        alike.add((shape(text), where))
                        texts.setdefault(text, where)
        vain = [k for k in kinds if not any(k == kind for kind, _name in claims)]
        vain += [e.name for e in named if not any(e.name == name for _kind, name in claims)]
        if vain or not claims:
            text = f"no such error in the recordings: {' '.join(vain or words)}"
            return [self.state.document.reporter.warning(text, line=self.lineno)]
        self.env.metadata[self.env.docname].setdefault("errors", set()).update(claims)
        head = title(next(iter(texts)))
        name = nodes.make_id(" ".join(["error", kinds[0], *named[0].name.split(".")[1:]]))
        section = nodes.section("", nodes.title(head, "", nodes.literal(head, head)), ids=[name])
        self.set_source_info(section)
        section += self.parse_content_to_nodes()
        for text, where in texts.items():
            if where:
                told = _("Printed under: ") + where
                section += nodes.paragraph("", told, classes=["error-where"])
            if text != head or len(texts) > 1:
                section += nodes.literal_block(text, text, language="text")
        where_shown = shown_at(examples=[e.name for e in named])
        section += nodes.paragraph("", "", where_shown, classes=["shown-at"])
        return [section]


class ErrorTold(SphinxDirective):
    """An entry of the index for a text that none of the programs prints here."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[OptionSpec] = {"where": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Make a section, whose title is the text."""
        text = self.arguments[0]
        if not self.options.get("where"):
            message = f"say where {text!r} is printed, as in :where: Windows"
            return [self.state.document.reporter.warning(message, line=self.lineno)]
        self.env.metadata[self.env.docname].setdefault("told", set()).add(text)
        name = nodes.make_id(f"told {text}")
        section = nodes.section("", nodes.title(text, "", nodes.literal(text, text)), ids=[name])
        self.set_source_info(section)
        section += self.parse_content_to_nodes()
        told = _("Not recorded in this cookbook. Printed on: ") + self.options["where"]
        section += nodes.paragraph("", told, classes=["error-where"])
        return [section]


def link(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Link the pages that show the examples, unless their entry does, and each class of errors."""
    for place in list(doctree.findall(shown_at)):
        paragraph, entry = place.parent, place.parent.parent
        linked = {
            link.get("refuri", "").partition("#")[0] for link in entry.findall(nodes.reference)
        }
        pages = dict.fromkeys(
            other
            for name in place["examples"]
            for other, data in app.env.metadata.items()
            if name in data.get("recordings", {})
            and app.builder.get_relative_uri(page, other) not in linked
        )
        new: list[nodes.Node] = [nodes.Text(_("Shown at: "))]
        for i, other in enumerate(pages):
            uri = app.builder.get_relative_uri(page, other)
            title = [each.deepcopy() for each in app.env.titles[other].children]
            new += [nodes.Text(_(", "))] * bool(i)
            new.append(nodes.reference("", "", *title, refuri=uri, internal=True))
        if pages:
            paragraph.replace(place, new)
        else:
            entry.remove(paragraph)
    entries = [each for each in doctree.findall(nodes.section) if each["ids"][0].startswith(ENTRY)]
    if entries:
        parent = entries[0].parent
        parent.insert(parent.index(entries[0]), jumps(entries))


def jumps(entries: list[nodes.section]) -> nodes.paragraph:
    """Make a line that leads to the first entry of each class."""
    first: dict[str, str] = {}
    for entry in entries:
        if match := re.match(r"(?:\w+\.)*(\w+)(?=:|$)", entry[0].astext()):
            first.setdefault(match[1], entry["ids"][0])
    made = nodes.paragraph(classes=["jumps"])
    for name, to in sorted(first.items()):
        text = nodes.literal(name, name)
        made += [nodes.reference("", "", text, refid=to, internal=True), nodes.Text(" ")]
    return made


def complete(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn, which fails the build, of errors that the index lacks, if there is an index."""
    claims = [data["errors"] for data in env.metadata.values() if "errors" in data]
    for example in known().values() if claims else ():
        for kind in dict.fromkeys(kind for kind, _text in found(example)):
            if not any((kind, example.name) in claim for claim in claims):
                logger.warning("%s prints %s: give it an {error-text}", example.name, kind)
    every = {text for example in known().values() for _kind, text in found(example)}
    for told in {text for data in env.metadata.values() for text in data.get("told", ())}:
        if any(told in text for text in every):
            logger.warning("a recording has %r: give it an {error-text} instead", told)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive, its links and the check."""
    app.add_directive("error-text", ErrorText)
    app.add_directive("error-told", ErrorTold)
    app.connect("doctree-resolved", link)
    app.connect("env-check-consistency", complete)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
