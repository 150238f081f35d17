"""What `nox -s verify` found: the `{verified}` table, and a line under each output."""

from functools import cache
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.util.logging import getLogger
from sphinx.util.typing import ExtensionMetadata

from ipcdocs._recording.basics import METHODS, Misuse, dotted
from ipcdocs._recording.examples import Example, examples
from ipcdocs._recording.verified import DO, FILE, Verified, load, outdated, version_of

logger = getLogger(__name__)


@cache
def verified() -> list[Verified]:
    """What the file says, oldest Python first; nothing if it cannot be read."""
    try:
        return load()
    except Misuse:
        return []


def complain(app: Sphinx) -> None:
    """Warn, which fails the build, of what has changed since it was verified."""
    try:
        problems = list(outdated(load()))
    except Misuse as error:
        problems = [str(error)]
    for problem in problems:
        logger.warning("%s: %s", FILE.name, problem)


def holds(example: Example, env: BuildEnvironment) -> list[nodes.Node]:
    """Say on which Pythons the outputs of an example have been verified.

    What the first one on a page says is not said again below the others.
    """
    env.note_dependency(FILE)
    runs = [run for run in verified() if example.name in run.examples]
    pythons = [run.release for run in runs]
    methods = [
        m for m in METHODS if runs and all(m in r.examples[example.name].under for r in runs)
    ]
    words = {"pythons": _(", ").join(pythons), "methods": _(", ").join(methods)}
    text = _("Verified on Python %(pythons)s under %(methods)s") % words
    said = (example.name, text)
    first: tuple[str, str] = env.temp_data.setdefault("holds", said) or said
    if text == first[1] and said != first:
        return []
    link = addnodes.pending_xref(
        "",
        nodes.inline(text, text),
        refdomain="std",
        reftype="ref",
        reftarget="verified",
        refexplicit=True,
        refwarn=True,
        refdoc=env.docname,
    )
    return [nodes.paragraph("", "", link, classes=["holds"])]


class Table(SphinxDirective):
    """Each example under each start method, on each Python: what it printed was as recorded."""

    def run(self) -> list[nodes.Node]:
        """Make a sentence that tells when and where, and the table."""
        self.env.note_dependency(FILE)
        runs = verified()
        dates = sorted({held.date for run in runs for held in run.examples.values()})
        platforms = list(dict.fromkeys(run.platform for run in runs))
        words = {
            "command": "\0",
            "date": " – ".join(dict.fromkeys([*dates[:1], *dates[-1:]])),
            "platform": " / ".join(platforms),
        }
        text = _("Verified by %(command)s on %(date)s, on %(platform)s.") % words
        before, after = text.split("\0")
        told = nodes.paragraph(text, before, nodes.literal(DO, DO), nodes.Text(after))
        table = nodes.table(classes=["verified"])
        group = nodes.tgroup(cols=1 + len(runs))
        group += nodes.colspec(colwidth=12, stub=1)
        for _run in runs:
            group += nodes.colspec(colwidth=10)
        heads = [_("Program"), *(run.release for run in runs)]
        group += nodes.thead("", nodes.row("", *(cell(nodes.Text(head)) for head in heads)))
        body = nodes.tbody()
        for example in examples().values():
            body += rows(example, runs)
        group += body
        table += group
        self.set_source_info(table)
        return [told, table]


def cell(*content: nodes.Node, **attributes: Any) -> nodes.entry:
    """Make a cell of a table."""
    return nodes.entry("", nodes.paragraph("", "", *content), **attributes)


def rows(example: Example, runs: list[Verified]) -> list[nodes.row]:
    """Give the example a row; if start methods differ, a row for those that do not, below it."""
    name = nodes.literal(example.name, example.name)
    alike: dict[tuple[str, ...], list[str]] = {}
    for method in METHODS:
        outcomes = tuple(outcome(example, method, run) for run in runs)
        alike.setdefault(outcomes, []).append(method)
    if len(alike) == 1:
        (outcomes,) = alike
        return [nodes.row("", cell(name), *map(shown, outcomes))]
    made = [nodes.row("", cell(name, morecols=len(runs)))]
    for outcomes, methods in alike.items():
        which = nodes.Text(_(", ").join(methods))
        made.append(nodes.row("", cell(which), *map(shown, outcomes)))
    return made


def outcome(example: Example, method: str, run: Verified) -> str:
    """Tell what held: a tick, and the name of the variant if it was one; a dash for no run."""
    held = example.name in run.examples and run.examples[example.name].under.get(method)
    if held:
        variant = held.removeprefix(example.path.stem).removesuffix(".out").lstrip(".")
        return f"✓ {variant}".rstrip()
    meant = [dotted(version) for version in example.expected.versions]
    return "–" if version_of(run) in meant else "n/a"


def shown(outcome: str) -> nodes.entry:
    """Make a cell of an outcome, in which what is not a sign is code."""
    sign, _space, variant = outcome.partition(" ")
    if sign.isascii():
        return cell(nodes.literal(sign, sign))
    code = [nodes.Text(" "), nodes.literal(variant, variant)] if variant else []
    return cell(nodes.Text(sign), *code)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive, and the complaint about what is not verified."""
    app.add_directive("verified", Table)
    app.connect("builder-inited", complain)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
