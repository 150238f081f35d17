"""Names of the standard library in listings lead to Python's documentation."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext.intersphinx import InventoryAdapter
from sphinx.util.typing import ExtensionMetadata
from sphinx.writers.html5 import HTML5Translator

# A name as Pygments marks it (nb: a builtin, ne: an exception of theirs, nn: a module), with what
# hangs on it by dots; not what itself hangs on something, and not the name of an argument.
DOT = '<span class="o">.</span>'
NAME = re.compile(r'<span class="(?P<kind>n|nb|ne|nn)">(?P<name>[\w.]+)</span>')
CHAIN = re.compile(
    rf'(?<!{re.escape(DOT)}){NAME.pattern}(?:{re.escape(DOT)}<span class="n">\w+</span>)*'
    r'(?!<span class="o">=</span>)'
)


class program(nodes.literal_block):
    """A listing, with what the names that it imports mean."""

    @classmethod
    def of(cls, block: nodes.literal_block, source: str) -> "program":
        """Make one of a listing of a file with this source, or of a part of it."""
        made = cls(block.rawsource, "", *block.children, **block.attributes)
        made.source, made.line = block.source, block.line
        made["meanings"] = dict(meanings(ast.parse(source)))
        return made


def meanings(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Tell the full name of each name that a program imports."""
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                for alias in node.names:
                    top = alias.name.partition(".")[0]
                    yield alias.asname or top, alias.name if alias.asname else top
            case ast.ImportFrom(module=str(module), level=0):
                for alias in node.names:
                    yield alias.asname or alias.name, f"{module}.{alias.name}"


@lru_cache(maxsize=1)
def targets(env: BuildEnvironment) -> dict[str, str]:
    """Give the address of each object that Python's documentation describes."""
    return {
        name: item.uri
        for kind, items in InventoryAdapter(env).main_inventory.items()
        if kind.startswith("py:")
        for name, item in items.items()
    }


def linked(html: str, means: dict[str, str], known: dict[str, str]) -> str:
    """Link each name that is imported or built in, as far as it is described."""

    def link(chain: re.Match[str]) -> str:
        tokens = chain[0].split(DOT)
        names = [token.removesuffix("</span>").rpartition(">")[2] for token in tokens]
        match chain["kind"]:
            case "nn":
                first = names[0]
            case "nb" | "ne":
                first = means.get(names[0], names[0])
            case _:
                first = means.get(names[0], "")
        for end in range(len(names), 0, -1):
            full = ".".join([first, *names[1:end]])
            if full in known:
                text, rest = DOT.join(tokens[:end]), DOT.join(["", *tokens[end:]])
                return f'<a class="known" href="{escape(known[full])}">{text}</a>{rest}'
        return chain[0]

    return CHAIN.sub(link, html)


def visit_program(translator: HTML5Translator, node: program) -> None:
    """Write a listing as Sphinx does, with links."""
    begin = len(translator.body)
    try:
        translator.visit_literal_block(node)
    finally:  # it ends with SkipNode
        html = "".join(translator.body[begin:])
        known = targets(translator.builder.env)
        translator.body[begin:] = [linked(html, node["meanings"], known)]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the node."""
    app.add_node(program, html=(visit_program, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
