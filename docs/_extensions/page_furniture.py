"""What each page has around its text: a link to its twin in the other language, and markup that
furo and Sphinx leave in English or out of reach of keyboards and screen readers."""

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.logging import getLogger
from sphinx.util.typing import ExtensionMetadata

logger = getLogger(__name__)

# English that stands in furo's templates, where no catalogue reaches it.
LABELS = (
    "Toggle site navigation sidebar",
    "Toggle table of contents sidebar",
    "Toggle Light / Dark / Auto color theme",
)
TITLES = (
    "Contents",
    "Menu",
    "Expand",
    "Light mode",
    "Dark mode",
    "Auto light/dark, in light mode",
    "Auto light/dark, in dark mode",
)


BOX = '<input type="checkbox" class="sidebar-toggle" name="__navigation"'
HAN, LATIN = "[\u4e00-\u9fff]", "[A-Za-z0-9_]"

# What belongs to Sphinx's search, which this site has not, and to sphinx-design, of which it has
# tabs alone: site.css and site.js have these.
UNUSED = (
    *("doctools.js", "sphinx_highlight.js", "translations.js"),
    *("design-tabs.js", "sphinx-design.min.css"),
)

# What only the copy buttons need, and blocks that have one.
COPY = ("clipboard.min.js", "copybutton.js", "copybutton.css")
COPIED = re.compile(r'<div class="[^"]*highlight-(?!recording|text)')


class LabelsFirst(SphinxTransform):
    """A heading's own label becomes its anchor: the titles differ by language, labels do not."""

    default_priority = 270  # just after docutils has moved the labels to their headings

    def apply(self, **_options: Any) -> None:
        """Move labels to the front of each section's anchors."""
        labels = {
            self.document.nameids[name]
            for name, explicit in self.document.nametypes.items()
            if explicit
        }
        for section in self.document.findall(nodes.section):
            section["ids"].sort(key=lambda i: i not in labels)


class FilledIn(SphinxPostTransform):
    """A reference filled with a title has the code of that title, and spaces in Chinese."""

    default_priority = 20  # when references are resolved

    def run(self, **_options: Any) -> None:
        """Amend each reference."""
        titles = self.titles()
        for link in self.document.findall(nodes.reference):
            shown = link.next_node(nodes.inline)
            if shown and "std-ref" in shown["classes"]:
                title = titles.get(shown.astext())
                if title:
                    shown.children = [child.deepcopy() for child in title]
                    for child in shown.children:
                        child.parent = shown
            if self.config.language == "zh_CN":
                self.space(link)

    def titles(self) -> dict[str, list[nodes.Node]]:
        """Give the content of each title that has code, by its text."""
        return {
            entry.astext(): entry.children
            for toc in self.env.tocs.values()
            for entry in toc.findall(nodes.reference)
            if entry.next_node(nodes.literal)
        }

    @staticmethod
    def space(link: nodes.reference) -> None:
        """Part a Latin title from the Chinese around it, and no other."""
        around, text = link.parent, link.astext()
        at = around.index(link)
        before = around[at - 1] if at else None
        after = around[at + 1] if at + 1 < len(around) else None
        if isinstance(before, nodes.Text) and re.search(HAN + LATIN, before[-1:] + text[:1]):
            around[at - 1] = nodes.Text(f"{before} ")
        elif isinstance(before, nodes.Text) and re.search(f"{HAN} {HAN}", before[-2:] + text[:1]):
            around[at - 1] = nodes.Text(before[:-1])
        if isinstance(after, nodes.Text) and re.search(LATIN + HAN, text[-1:] + after[:1]):
            around[at + 1] = nodes.Text(f" {after}")


def focusable(html: str) -> str:
    """Let the keyboard reach, and so scroll, what scrolls by itself."""
    # Marks that no style sheet has a rule for, or that of all text, or a colour of signs alone.
    html = re.sub(r'<span class="(?:pre|n|p|w|o)">([^<]*)</span>', r"\1", html)
    html = html.replace("<pre>", '<pre tabindex="0">')
    html = re.sub(r'<div (?=class="(?:[^"]* )?table-wrapper[ "])', '<div tabindex="0" ', html)
    # furo gives the wrapper what the table has, and leaves it that.
    html = re.sub(r'(<div [^>]*\bid="([^"]*)">\s*<table [^>]*?) id="\2"', r"\1", html)
    # Of sphinx-design; on the label of a tab it says nothing, and is not valid there.
    html = re.sub(r'<label aria-controls="[^"]*"', "<label", html)
    return html.replace('role="heading"', 'role="heading" aria-level="2"')


def labelled(html: str) -> str:
    """Name the column of each cell after the first, for phones, where a row is a card."""

    def marked(table: re.Match[str]) -> str:
        heads = re.findall(r'<th class="head"><p>(.*?)</p></th>', table[0])
        names = [re.sub("<[^>]*>", "", head) for head in heads]
        rows = re.split(r"(?=<tr)", table[0])
        for at, row in enumerate(rows):
            cells = row.split("<td>")
            if len(cells) == len(names) + 1:
                marks = ["", *(f' data-column="{name}"' for name in names[1:])]
                pairs = zip(marks, cells[1:], strict=True)
                rows[at] = cells[0] + "".join(f"<td{mark}>{cell}" for mark, cell in pairs)
        return "".join(rows)

    return re.sub(r'<table class="docutils.*?</table>', marked, html, flags=re.DOTALL)


def amended(html: str, twin: str) -> str:
    """Amend furo's body, and warn when furo has changed so that something here is in vain."""
    site, page, tools = _("Site navigation"), _("On this page"), _("Page tools")
    changes = {
        '<aside class="sidebar-drawer"': f'<aside class="sidebar-drawer" aria-label="{site}"',
        '<aside class="toc-drawer': f'<aside aria-label="{page}" class="toc-drawer',
        '<a href="#" class="back-to-top': f'<div role="region" aria-label="{tools}">'
        '<a href="#" class="back-to-top',
        '<article role="main"': '</div><article role="main"',
        '<div class="header-right">': f'<div class="header-right">{twin}',
        "@pradyunsg</a>'s": _("@pradyunsg</a>'s"),
        BOX: f'<div class="toggles" role="region" aria-label="{_("Menus")}">{BOX}',
        '<label class="overlay sidebar-overlay"': '</div><label class="overlay sidebar-overlay"',
        **{f'"{label}"': f'"{_(label)}"' for label in LABELS},
        **{f"<title>{title}<": f"<title>{_(title)}<" for title in TITLES},
    }
    for old, new in changes.items():
        if old not in html:
            logger.warning("furo's pages no longer have %r", old)
        html = html.replace(old, new)
    return re.sub(
        'aria-label="Toggle navigation of ([^"]*)"',
        lambda match: f'aria-label="{_("Toggle navigation of %s") % match[1]}"',
        html,
    )


def furnish(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Put what a page lacks into the context of its template."""
    _here, there = context["languages"]
    lang, name = there["lang"], there["name"]
    up = "../" * (page.count("/") + 1)
    href = f"{up}{there['folder']}/{app.builder.get_target_uri(page)}"
    twin = f'<a class="twin" href="{href}" hreflang="{lang}" lang="{lang}">{name}</a>'
    context["twin_link"] = twin
    context["amended"] = lambda html: amended(html, twin)
    vain = UNUSED if COPIED.search(context.get("body") or "") else UNUSED + COPY
    for kind in ("script_files", "css_files"):
        context[kind] = [
            file
            for file in context[kind]
            if not str(getattr(file, "filename", file)).partition("?")[0].endswith(vain)
        ]
    for part in ("body", "furo_navigation_tree"):
        context[part] = focusable(context.get(part) or "")
    context["body"] = labelled(context["body"])


def setup(app: Sphinx) -> ExtensionMetadata:
    """Furnish every page."""
    app.add_transform(LabelsFirst)
    app.add_post_transform(FilledIn)
    # After furo's own handler, which makes the navigation tree.
    app.connect("html-page-context", furnish, priority=600)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
