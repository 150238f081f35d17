"""What lets a page be found and passed on: its description, its card, its addresses, its Markdown.

Absolute addresses come from ``html_baseurl``, which `docs/build.py` sets from the one address that
it is given; without one they are left out.
"""

import re
from html import escape
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from docutils import nodes
from markdownify import MarkdownConverter
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

# Elements and classes that plain text has no use for.
UNREAD = {"headerlink", "svg", "script", "style", "input", "button", "lanes"}


def description(doctree: nodes.document | None, fallback: str) -> str:
    """Take the first paragraph, at most 150 characters of it."""
    paragraphs = doctree.findall(nodes.paragraph) if doctree else ()
    text = " ".join(next((p.astext() for p in paragraphs), fallback).split())
    return text if len(text) <= 150 else f"{text[:149].rstrip()}…"


def head(app: Sphinx, page: str, context: dict[str, Any], told: str) -> str:
    """Make what the head of a page says of it."""
    here, there = context["languages"]
    card = {
        "og:type": "website" if page == app.config.root_doc else "article",
        "og:site_name": context["site_title"],
        "og:title": re.sub("<[^>]*>", "", context.get("title") or app.config.html_title),
        "og:description": told,
        "og:locale": here["locale"],
        "og:locale:alternate": there["locale"],
        "twitter:card": "summary",
    }
    links = []
    if address := context.get("pageurl"):
        card |= {
            "og:url": address,
            "og:image": urljoin(app.config.html_baseurl, f"_static/card.{here['folder']}.png"),
            "og:image:width": "1200",
            "og:image:height": "630",
            "og:image:alt": context["description"],
            "twitter:card": "summary_large_image",
        }
        uri = app.builder.get_target_uri(page)
        for language in (here, there):
            alternate = urljoin(app.config.html_baseurl, f"../{language['folder']}/{uri}")
            links.append(
                f'<link rel="alternate" hreflang="{language["lang"]}" href="{escape(alternate)}">'
            )
        # The front pages have one before them, which lets the reader choose.
        default = "../" if page == app.config.root_doc else f"../en/{uri}"
        links.append(
            f'<link rel="alternate" hreflang="x-default" '
            f'href="{escape(urljoin(app.config.html_baseurl, default))}">'
        )
    tags = [
        f'<meta {"name" if name.startswith("twitter") else "property"}="{name}" '
        f'content="{escape(text)}">'
        for name, text in card.items()
    ]
    return "\n".join([f'<meta name="description" content="{escape(told)}">', *tags, *links, ""])


def markdown(body: str) -> str:
    """Put a page's HTML into Markdown, with the outputs of all tabs."""
    # Nine tags of ten are colours of code, and cost as much time.
    html = BeautifulSoup(re.sub("</?span[^>]*>", "", body), "html.parser")
    for element in html.find_all(True):
        classes = set(element.get("class") or ())
        told = element.find("desc") if element.name == "svg" and not classes & UNREAD else None
        if told and element.parent and element.parent.name == "figure":  # a picture, in words
            told.name = "p"
            element.replace_with(told)
        elif element.name in UNREAD or classes & UNREAD:
            element.extract()  # what was in it stays whole, and comes up here in vain
        elif classes & {"sd-tab-label", "code-block-caption"}:
            element.name = "p"
        elif element.name == "th" and element.find_parent("tbody"):
            element.name = "td"
        elif element.name == "a" and "internal" in classes:
            element["href"] = re.sub(r"\.html(?=#|$)", ".md", str(element["href"]))
    converter = MarkdownConverter(
        heading_style="ATX", bullets="-", code_language_callback=language
    )
    text: str = converter.convert_soup(html)
    fences = re.split(r"(^```.*?^```$)", text, flags=re.DOTALL | re.MULTILINE)
    fences[::2] = (re.sub(r"\n{3,}", "\n\n", between) for between in fences[::2])
    return "".join(fences).strip() + "\n"


def language(pre: Any) -> str:
    """Tell the language of a listing: the class that Sphinx gives it."""
    classes = [name for parent in pre.parents for name in parent.get("class") or ()]
    found = next((name for name in classes if name.startswith("highlight-")), "")
    name = found.removeprefix("highlight-")
    return name if name in ("python", "console") else ""


def furnish(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give a page its head, and write its Markdown beside it."""
    told = description(doctree, context["description"])
    tags = head(app, page, context, told)
    if doctree:
        path = app.outdir / f"{page}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(markdown(context["body"]), "utf-8")
        name = path.name
        tags += f'<link rel="alternate" type="text/markdown" href="{name}">\n'
    # Furo has a viewport of its own.
    existing = re.sub(r'<meta name="viewport"[^>]*>', "", context.get("metatags") or "")
    context["metatags"] = existing + tags


def setup(app: Sphinx) -> ExtensionMetadata:
    """Furnish the head of every page."""
    app.connect("html-page-context", furnish)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
