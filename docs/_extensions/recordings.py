"""Examples and what they printed: `literalinclude` for both, and a lexer for recordings."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from pygments.lexer import RegexLexer
from pygments.token import Generic, Text, _TokenType
from sphinx.application import Sphinx
from sphinx.directives.code import LiteralInclude, container_wrapper
from sphinx.environment import BuildEnvironment
from sphinx.locale import _
from sphinx.util.typing import ExtensionMetadata
from sphinx_design.shared import create_component
from verified_page import holds

from ipcdocs._recording.examples import METHODS, VERSIONS, Example, examples

PRINTED = Generic.Output
COLOURS = 8

# One output on a page: its file, and the versions that it holds for.
Part = tuple[Path, tuple[tuple[int, int], ...]]


def parts(example: Example, method: str) -> tuple[Part, ...]:
    """List the recordings that hold for a start method, oldest Python first."""
    return tuple(
        (path, tuple(versions))
        for path, versions in groupby(
            example.expected.versions, lambda v: example.recording(method, v)
        )
        if path
    )


def files(example: Example) -> list[str]:
    """Name all recordings of an example."""
    return sorted({str(path) for method in METHODS for path, _versions in parts(example, method)})


def span(versions: tuple[tuple[int, int], ...]) -> str:
    """Put a range of versions into words; all of them need none."""
    first, last = (".".join(map(str, v)) for v in (versions[0], versions[-1]))
    if versions[-1] == VERSIONS[-1]:
        return "" if versions == VERSIONS else _("Python %s and later") % first
    return f"Python {first}" if first == last else f"Python {first} – {last}"


class Include(LiteralInclude):
    """A whole example with the way to run it, or all that it printed."""

    def run(self) -> list[nodes.Node]:
        """Show a listing, or outputs, or any other file as Sphinx does."""
        path = Path(self.env.relfn2path(self.arguments[0])[1]).resolve()
        source = path.with_name(path.name.partition(".")[0] + ".py")
        example = next((e for e in examples().values() if e.path.resolve() == source), None)
        if path.suffix == ".out":
            return self.outputs(path, example)
        if path.suffix == ".py":
            self.options.setdefault("language", "python")
        if example is None:
            return super().run()
        return self.listing(example)

    def listing(self, example: Example) -> list[nodes.Node]:
        """Show an example's code, and how to run it unless this is a part of it."""
        self.options.setdefault("caption", f"`ipcdocs/{example.name.replace('.', '/')}.py`")
        listing = super().run()
        if "pyobject" in self.options:
            return listing
        command = f"$ python -m ipcdocs run {example.name}"
        block = nodes.literal_block(command, command, language="console", classes=["run-it"])
        self.set_source_info(block)
        return [nodes.container("", *listing, block, classes=["listing"])]

    def outputs(self, path: Path, example: Example | None) -> list[nodes.Node]:
        """Show what the example prints under every start method and Python."""
        reporter = self.state.document.reporter
        if example is None:
            return [reporter.warning(f"no example prints {path.name}", line=self.lineno)]
        # What the page shows depends on which recordings there are: see `outdated`.
        seen = self.env.metadata[self.env.docname].setdefault("recordings", {})
        seen[example.name] = files(example)
        self.env.note_dependency(example.path)
        by_method = {method: parts(example, method) for method in METHODS}
        missing = [
            f"{method} on Python {version[0]}.{version[1]}"
            for method in METHODS
            for version in example.expected.versions
            if example.recording(method, version) is None
        ]
        if missing:
            text = f"{example.name} has no recording for {', '.join(missing)}"
            return [reporter.warning(text, line=self.lineno)]
        if path != example.path.resolve().with_suffix(".out"):
            text = f"include {example.path.stem}.out: it brings {path.name} with it"
            return [reporter.warning(text, line=self.lineno)]
        same = len(set(by_method.values())) == 1
        shown = list(self.blocks(by_method[METHODS[0]])) if same else [self.tabs(by_method)]
        return [*shown, holds(example, self.env)]

    def tabs(self, by_method: dict[str, tuple[Part, ...]]) -> nodes.Node:
        """Give each start method a tab; those of a page switch together."""
        tab_set = create_component("tab-set", classes=["sd-tab-set"])
        for method, shown in by_method.items():
            label = nodes.rubric(method, method, classes=["sd-tab-label"])
            label["sync_id"], label["sync_group"] = method, "start-method"
            content = create_component("tab-content", classes=["sd-tab-content"])
            content += self.blocks(shown, method)
            tab_set += create_component(
                "tab-item", classes=["sd-tab-item"], children=[label, content]
            )
        self.set_source_info(tab_set)
        return tab_set

    def blocks(self, shown: tuple[Part, ...], method: str = r"\1") -> Iterator[nodes.Node]:
        """Show one output after the other, each with the Pythons that it holds for."""
        for path, versions in shown:
            self.env.note_dependency(path)
            # A recording may hold for more start methods than the one that its command names.
            command, output = path.read_text("utf-8").split("\n", 1)
            text = re.sub(r"(?<=--start-method )(\w+)", method, command) + "\n" + output
            block = nodes.literal_block(text, text, language="recording")
            self.set_source_info(block)
            caption = _("Output")
            if condition := span(versions):
                caption += _(" on %s") % condition
            wrapper = container_wrapper(self, block, caption)
            wrapper["classes"].append("recording")
            yield wrapper


def writer(_lexer: RegexLexer, match: re.Match[str]) -> Iterator[tuple[int, _TokenType, str]]:
    """Give main and child-1 … child-8 a colour each; child-9 has that of child-1."""
    kind, _dash, number = match[0].partition("-")
    name = f"Child{(int(number) - 1) % COLOURS + 1}" if kind == "child" else kind.title()
    yield match.start(), getattr(PRINTED.Writer, name), match[0]


class RecordingLexer(RegexLexer):
    """What an example printed, each line with its writer in a gutter."""

    name = "Recording"
    aliases: ClassVar[list[str]] = ["recording"]
    filenames: ClassVar[list[str]] = ["*.out"]
    end = (r"\n", Text.Whitespace, "#pop")
    named = (r"<(?:(?:pid|id|address|name):[^<>\s]+|tmp|\d+…\d+)>", PRINTED.Named)
    elided = (r"  …(?=\n)|⟨no newline⟩(?=\n)", PRINTED.Elided)
    tokens: ClassVar[dict[str, list[Any]]] = {
        "root": [
            (r"\A\$ ", Generic.Prompt, "command"),
            (r"(?:main|child-\d+|other-\d+)(?=[ !])", writer, "gutter"),
        ],
        "command": [end, (r".+", PRINTED.Command)],
        "gutter": [
            (r" +", PRINTED.Gutter),
            (r"!", PRINTED.Mark, ("#pop", "stderr", "bar")),
            (r"(?=[│┊])", Text, ("#pop", "stdout", "bar")),
            (r"╵ ", PRINTED.Bar, ("#pop", "exit")),
        ],
        "bar": [(r"│ ?", PRINTED.Bar, "#pop"), (r"┊ ?", PRINTED.Free, "#pop")],
        "stdout": [end, elided, named, (r"[^<⟨ \n]+|.", Text)],
        "stderr": [end, elided, named, (r"[^<⟨ \n]+|.", PRINTED.Stderr)],
        "exit": [end, (r".+", PRINTED.Exit)],
    }


def outdated(app: Sphinx, env: BuildEnvironment, *_changes: set[str]) -> list[str]:
    """Find the pages of which an example has gained or lost a recording."""
    now = {name: files(example) for name, example in examples().items()}
    return [
        page
        for page, data in env.metadata.items()
        if any(now.get(name) != then for name, then in data.get("recordings", {}).items())
    ]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Replace `literalinclude`, and add the lexer."""
    app.setup_extension("sphinx_design")
    app.add_lexer("recording", RecordingLexer)
    app.add_directive("literalinclude", Include, override=True)
    app.connect("env-get-outdated", outdated)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
