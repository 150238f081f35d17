"""What all pictures have in common: an inline `<svg>` with its text alternative, as a node."""

from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata
from sphinx.writers.html5 import HTML5Translator

Point = tuple[float, float]


class drawn(nodes.General, nodes.Element):
    """HTML that is no text of the page: search does not find it, other formats leave it out."""

    @classmethod
    def of(cls, html: str) -> "drawn":
        """Make a node of this HTML."""
        return cls("", html=html)


def visit_drawn(translator: HTML5Translator, node: drawn) -> None:
    """Write the HTML as it is."""
    translator.body.append(node["html"])
    raise nodes.SkipNode


def element(_name: str, *content: str, **attributes: Any) -> str:
    """Make an element; `class_` is its class, and `data_x` its data-x."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(f"{value}")}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{_name}{given}>{''.join(content)}</{_name}>"


def words(text: str, at: Point, anchor: str = "start", **attributes: Any) -> str:
    """Write text into a picture, its middle at this height."""
    place = {"x": f"{at[0]:g}", "y": f"{at[1] + 4:g}"}
    turned = {} if anchor == "start" else {"text_anchor": anchor}
    return element("text", escape(text), **place, **turned, **attributes)


def path(d: str, kind: str, **attributes: Any) -> str:
    """Draw a path, given as SVG writes it."""
    return element("path", d=d, class_=kind, **attributes)


def width_of(text: str, latin: float = 7.5) -> float:
    """Say how wide a text is at most, in the code font or as Chinese."""
    return sum(12.5 if ord(character) > 0x2E80 else latin for character in text)


def svg(name: str, title: str, told: str, size: Point, *content: str) -> str:
    """Make a picture; `name` is its own on the page, `told` is all that it shows, in words."""
    width, height = (f"{round(length)}" for length in size)
    return element(
        "svg",
        element("title", escape(title), id=f"{name}-title"),
        element("desc", escape(told), id=f"{name}-told"),
        *content,
        role="img",
        aria_labelledby=f"{name}-title {name}-told",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height}",
    )


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the node."""
    app.add_node(drawn, html=(visit_drawn, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
