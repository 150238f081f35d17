"""Examples and what they printed: `literalinclude` for both, and a lexer for recordings."""

import re
import shutil
from collections.abc import Iterator
from functools import cache
from itertools import chain, count, groupby, zip_longest
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from lanes import colour, lanes, writers
from listing_links import program
from pictures import drawn, element
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import RegexLexer
from pygments.token import Generic, Text, _TokenType
from sphinx.application import Sphinx
from sphinx.directives.code import LiteralInclude, container_wrapper
from sphinx.environment import BuildEnvironment
from sphinx.locale import _
from sphinx.util.typing import ExtensionMetadata, OptionSpec
from sphinx.writers.html5 import HTML5Translator
from sphinx_design.shared import create_component
from verified_page import holds

from ipcdocs._recording.basics import METHODS, VERSIONS
from ipcdocs._recording.examples import Example, Variant, examples, holding
from ipcdocs._recording.transcript import Transcript, read

PRINTED = Generic.Output
PROGRAMS = "programs"
# The default on Windows and macOS, that of Linux from 3.14 on, that of Linux before.
TABS = ("spawn", "forkserver", "fork")

# One output on a page: its file, and the versions that it holds for.
Part = tuple[Path, tuple[tuple[int, int], ...]]


@cache
def known() -> dict[str, Example]:
    """All examples by name; reading them anew for each listing takes time."""
    return examples()


@cache
def by_path() -> dict[Path, Example]:
    """All examples by the file that a page includes."""
    return {example.path.resolve(): example for example in known().values()}


@cache
def variants(example: Example) -> list[Variant]:
    """The recordings of an example."""
    return example.variants()


@cache
def parts(example: Example, method: str) -> tuple[Part, ...]:
    """List the recordings that hold for a start method, oldest Python first."""
    there = variants(example)
    return tuple(
        (path, tuple(versions))
        for path, versions in groupby(
            example.expected.versions, lambda v: holding(there, method, v)
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
    """A whole example with the way to run it, or all that it printed.

    ``:opens: fork`` names the tab of an output that is open at first, if it is another than spawn.
    """

    option_spec: ClassVar[OptionSpec] = {
        **LiteralInclude.option_spec,
        "opens": lambda argument: directives.choice(argument, METHODS),
    }

    def run(self) -> list[nodes.Node]:
        """Show a listing, or outputs, or any other file as Sphinx does."""
        path = Path(self.env.relfn2path(self.arguments[0])[1]).resolve()
        source = path.with_name(path.name.partition(".")[0] + ".py")
        example = by_path().get(source)
        if path.suffix == ".out":
            return self.outputs(path, example)
        if path.suffix == ".py":
            self.options.setdefault("language", "python")
        if path.suffix == ".txt":
            self.options.setdefault("language", "console")
            own = f".{self.config.language[:2]}.txt"
            if path.with_suffix(own).exists():  # a command that answers in the reader's language
                self.arguments[0] = self.arguments[0].removesuffix(".txt") + own
        if example is None:
            return super().run()
        return self.listing(example)

    def listing(self, example: Example) -> list[nodes.Node]:
        """Show an example's code, and how to run it unless this is a part of it."""
        file = f"{example.name.replace('.', '/')}.py"
        self.options.setdefault("caption", f"`ipcdocs/{file}`")
        listing = super().run()
        for block in chain.from_iterable(list(n.findall(nodes.literal_block)) for n in listing):
            shown = program.of(block, example.path.read_text("utf-8"))
            # What its tests expect of it is no part of what a reader copies.
            shown.rawsource = re.sub(r"^# Expected: .*\n", "", block.rawsource, flags=re.MULTILINE)
            shown.children = [nodes.Text(shown.rawsource)]
            block.replace_self(shown)
        self.anchor(listing[0], "program", example.path.stem, self.options.get("pyobject"))
        for caption in chain.from_iterable(node.findall(nodes.caption) for node in listing):
            uri = f"{'../' * self.env.docname.count('/')}{PROGRAMS}/{file}"
            link = nodes.reference("", "", *caption.children, refuri=uri, internal=True)
            link["reftitle"] = _("The whole program as a file")
            caption.clear()
            caption += link
        if "pyobject" in self.options:
            return listing
        command = f"$ python -m ipcdocs run {example.name}"
        block = nodes.literal_block(command, command, language="console", classes=["run-it"])
        self.set_source_info(block)
        return [nodes.container("", *listing, block, classes=["listing"])]

    def anchor(self, node: nodes.Node, *parts: str | None) -> None:
        """Give what has a caption an anchor that stays when others come before it."""
        assert isinstance(node, nodes.Element)
        name = nodes.make_id("-".join(filter(None, parts)))
        # Shown once more on the same page: a number tells them apart.
        others = (f"{name}-{number}" for number in count(2))
        node["ids"] = [next(i for i in chain([name], others) if i not in self.state.document.ids)]
        self.state.document.ids[node["ids"][0]] = node

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
            if not any(version in versions for _path, versions in by_method[method])
        ]
        if missing:
            text = f"{example.name} has no recording for {', '.join(missing)}"
            return [reporter.warning(text, line=self.lineno)]
        if path != example.path.resolve().with_suffix(".out"):
            text = f"include {example.path.stem}.out: it brings {path.name} with it"
            return [reporter.warning(text, line=self.lineno)]
        same = len(set(by_method.values())) == 1
        try:
            shown = list(self.blocks(by_method[METHODS[0]])) if same else [self.tabs(by_method)]
        except ValueError as error:
            return [reporter.warning(str(error), line=self.lineno)]
        return [*shown, *holds(example, self.env)]

    def tabs(self, by_method: dict[str, tuple[Part, ...]]) -> nodes.Node:
        """Give each start method a tab; those of a page switch together."""
        tab_set = create_component("tab-set", classes=["sd-tab-set"])
        for method in TABS:
            label = nodes.rubric(method, method, classes=["sd-tab-label"])
            label["sync_id"], label["sync_group"] = method, "start-method"
            content = create_component("tab-content", classes=["sd-tab-content"])
            content += self.blocks(by_method[method], method)
            tab_set += create_component(
                "tab-item",
                classes=["sd-tab-item"],
                children=[label, content],
                selected=method == self.options.get("opens", TABS[0]),
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
            block = recording(text, text, language="recording", transcript=read(path)[1])
            self.set_source_info(block)
            caption = _("Output")
            if condition := span(versions):
                caption += _(" on %s") % condition
            wrapper = container_wrapper(self, block, caption)
            wrapper["classes"].append("recording")
            own = method if method in METHODS and f".{method}" not in path.stem else None
            self.anchor(wrapper, "output", path.stem, own)
            if len(writers(block["transcript"])) > 1:
                name = f"lanes-{self.env.new_serialno('lanes')}"
                wrapper.insert(1, buttons(block["transcript"]))
                wrapper += lanes(block["transcript"], name)
            yield wrapper


class recording(nodes.literal_block):
    """What a program printed, with its transcript."""


def buttons(transcript: Transcript) -> drawn:
    """Make a button for each writer: while it has the focus, its lines stand out."""
    made = [
        element(
            "button",
            name,
            type="button",
            class_=f"go-Writer-{colour(name)}",
            data_writer=name,
            aria_label=_("Highlight the lines of %s") % name,
        )
        for name in writers(transcript)
    ]
    return drawn.of(element("div", *made, class_="writers"))


def visit_recording(translator: HTML5Translator, node: recording) -> None:
    """Write a recording as Sphinx writes other blocks, and name the writer of each line."""
    said: Transcript = node["transcript"]
    numbered = len(writers(said)) > 1
    html = highlight(node.astext(), RecordingLexer(), HtmlFormatter[str](nowrap=True))
    # The first line is the command, and one after all others may tell how main ended.
    command, *lines = html.removesuffix("\n").split("\n")
    start = translator.starttag(node, "div", "", CLASS="highlight-recording notranslate")
    # Its end is no part of a selection either.
    end = element("span", "\n", class_="go-Command")
    translator.body.append(f'{start}<div class="highlight"><pre>{command}{end}')
    for number, (line, by) in enumerate(zip_longest(lines, said.lines), start=1):
        by_whom = {"data_writer": by.writer if by else "main"}
        if by and numbered:
            by_whom["data_line"] = f"{number}"
        translator.body.append(element("span", line, class_="line", **by_whom) + "\n")
    translator.body.append("</pre></div></div>\n")
    raise nodes.SkipNode


def writer(_lexer: RegexLexer, match: re.Match[str]) -> Iterator[tuple[int, _TokenType, str]]:
    """Tell the writers apart."""
    yield match.start(), getattr(PRINTED.Writer, colour(match[0].rstrip())), match[0]


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
            (r"[a-z]+(?:-\d+)? *(?=[!│┊╵])", writer, "gutter"),
        ],
        "command": [end, (r".+", PRINTED.Command)],
        "gutter": [
            (r"!", PRINTED.Mark, ("#pop", "stderr", "bar")),
            (r"(?=[│┊])", Text, ("#pop", "stdout", "bar")),
            (r"╵ ?", PRINTED.Bar, ("#pop", "exit")),
        ],
        "bar": [(r"│ ?", PRINTED.Bar, "#pop"), (r"┊ ?", PRINTED.Free, "#pop")],
        "stdout": [end, elided, named, (r"[^<⟨ \n]+|.", Text)],
        "stderr": [end, elided, named, (r"[^<⟨ \n]+|.", PRINTED.Stderr)],
        "exit": [end, (r".+", PRINTED.Exit)],
    }


def outdated(app: Sphinx, env: BuildEnvironment, *_changes: set[str]) -> list[str]:
    """Find the pages of which an example has gained or lost a recording."""
    now = {name: files(example) for name, example in known().items()}
    return [
        page
        for page, data in env.metadata.items()
        if any(now.get(name) != then for name, then in data.get("recordings", {}).items())
    ]


def copy_programs(app: Sphinx, exception: Exception | None) -> None:
    """Put the programs beside the pages, where the captions of listings link to them."""
    if exception is None and app.builder.format == "html":
        shutil.rmtree(app.outdir / PROGRAMS, ignore_errors=True)  # of an earlier build
        for example in examples().values():
            target = Path(app.outdir, PROGRAMS, *example.name.split(".")).with_suffix(".py")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(example.path, target)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Replace `literalinclude`, and add what shows a recording."""
    app.setup_extension("sphinx_design")
    app.setup_extension("listing_links")
    app.setup_extension("pictures")
    app.add_node(recording, html=(visit_recording, None))
    app.add_directive("literalinclude", Include, override=True)
    app.connect("env-get-outdated", outdated)
    app.connect("build-finished", copy_programs)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
