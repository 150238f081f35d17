"""The `{memory}` directive: who holds which object, what is copied and what is shared.

    :::{memory}
    :caption: Two objects, one piece of shared memory.

    main: number -> Synchronized -> shared
    child-1: number -> Synchronized -> shared
    shared: double
    :::

A line is a process, with the objects that it holds (`;` between them) and the names that refer
to them (`,` between those). Before the process, `~>` says that its objects are copies of those of
the process above, `<>` that they and those above exchange messages. The line `shared:` has what
is in the shared memory. The words of the picture come from the catalogue, as both languages have
the same lines.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from lanes import colour
from pictures import Point, drawn, element, path, svg, width_of, words
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata, OptionSpec

PROCESS = re.compile(
    r"(?:(?P<relation>~>|<>) )?(?P<name>main|child-\d+|child|server): (?P<held>.+)"
)
HELD = re.compile(r"(?:(?P<names>[^<>;]+) -> )?(?P<object>[^<>;]+?)(?P<shared> -> shared)?")
SHARED = re.compile(r"shared: (?P<items>[^<>;:]+)")

PAD, HEAD, NAME, ARROW, BOX = 10, 26, 18, 16, 26
ROW, DOWN, SHARED_HEIGHT = NAME + ARROW + BOX + 14, 24, 40
SANS = 6.8  # a Latin letter outside code


@dataclass(frozen=True)
class Held:
    """An object of a process, the names that refer to it, and whether it uses shared memory."""

    names: tuple[str, ...]
    object: str
    shared: bool

    @property
    def width(self) -> float:
        """What its box takes."""
        return max(width_of(self.object) + 16, self.names_width if len(self.names) > 1 else 0)

    @property
    def names_width(self) -> float:
        """What its names take, side by side."""
        return sum(map(name_width, self.names))


@dataclass(frozen=True)
class Process:
    """A process with its objects; ``relation`` is that to the process before it."""

    name: str
    held: tuple[Held, ...]
    relation: str

    @property
    def width(self) -> float:
        """What it takes in the picture."""
        held = (max(each.width, each.names_width) for each in self.held)
        return max(name_width(self.name), *held) + 2 * PAD


@dataclass(frozen=True)
class Memory:
    """The processes from left to right, and what is in the shared memory below them."""

    processes: tuple[Process, ...]
    items: tuple[str, ...]


def parse(lines: list[str]) -> Memory:
    """Read the lines of a picture.

    Raises:
        ValueError: what is wrong with which line.
    """
    processes: list[Process] = []
    items: tuple[str, ...] = ()
    for line in filter(None, map(str.strip, lines)):
        if items:
            raise ValueError(f"{line!r} comes after the shared memory: put that last")
        if shared := SHARED.fullmatch(line):
            items = tuple(shared["items"].split(", "))
        else:
            processes.append(process(line))
            relate(processes)
    if not processes:
        raise ValueError("there is no process: write, for example, 'main: name -> object'")
    if bool(items) != any(held.shared for each in processes for held in each.held):
        raise ValueError("'-> shared' and a last line such as 'shared: double' need each other")
    return Memory(tuple(processes), items)


def process(line: str) -> Process:
    """Read the line of a process."""
    match = PROCESS.fullmatch(line)
    parts = [HELD.fullmatch(part) for part in match["held"].split("; ")] if match else []
    if not match or None in parts:
        raise ValueError(
            f"{line!r} is neither a process, as in 'main: name -> object' "
            "(or child, child-1, server), nor 'shared: item, item'"
        )
    held = [
        Held(
            tuple(filter(None, (part["names"] or "").split(", "))),
            part["object"],
            bool(part["shared"]),
        )
        for part in parts
        if part
    ]
    return Process(match["name"], tuple(held), match["relation"] or "")


def relate(processes: list[Process]) -> None:
    """See that the last process can be related to the one before it."""
    *before, last = processes
    if last.relation and not (before and len(before[-1].held) == len(last.held)):
        raise ValueError(
            f"{last.relation!r} before {last.name!r}: each of its objects needs its counterpart "
            "in the process of the line above"
        )


def word(name: str) -> str:
    """Give the page's words for what has no name in the program, else nothing."""
    if name.startswith("thread "):
        return _("thread %s") % name.removeprefix("thread ")
    return {"server": _("server"), "child": _("child")}.get(name, "")


def shown(name: str) -> str:
    """Give what stands for a name in the picture."""
    return word(name) or name


def name_width(name: str) -> float:
    """Say what a name takes, with some air."""
    return (width_of(word(name), SANS) if word(name) else width_of(name)) + 12


def name_at(name: str, at: Point, anchor: str = "middle", kind: str = "") -> str:
    """Write a name: as code if it is the program's."""
    return words(shown(name), at, anchor, class_=f"{'' if word(name) else 'code'} {kind}".strip())


def draw(memory: Memory, name: str) -> drawn:
    """Draw the processes side by side, and the shared memory below them."""
    labels = {"": "", "~>": _("copy"), "<>": _("messages")}
    bottom = HEAD + max(len(each.held) for each in memory.processes) * ROW
    parts = []
    placed: list[tuple[Process, float]] = []  # with the middle of each
    x = 1.0
    for each in memory.processes:
        x += (width_of(labels[each.relation], SANS) + 14) if placed else 0
        placed.append((each, x + each.width / 2))
        x += each.width
    for each, middle in placed:
        start = middle - each.width / 2
        parts.append(box((start, 1), (each.width, bottom), "process"))
        head = f"head go-Writer-{colour(each.name)}" if "-" in each.name else "head"
        parts.append(name_at(each.name, (start + PAD, HEAD / 2 + 2), "start", head))
        for row, held in enumerate(each.held):
            parts += draw_held(held, (middle, HEAD + row * ROW))
            if held.shared:
                below = HEAD + row * ROW + NAME + ARROW + BOX
                parts += arrow((middle, below), (middle, bottom + DOWN))
    for (one, left), (two, right) in pairwise(placed):
        for row, (a, b) in enumerate(zip(one.held, two.held, strict=False)):
            if two.relation:
                y = HEAD + row * ROW + NAME + ARROW + BOX / 2
                ends = (left + a.width / 2, y), (right - b.width / 2, y)
                parts += arrow(*ends, two.relation)
                between = (left + one.width / 2 + right - two.width / 2) / 2
                parts.append(words(labels[two.relation], (between, y - 10), "middle"))
    size = (x + 1, bottom + 2.0)
    if memory.items:
        size = (max(x, shared_width(memory.items) + 1) + 1, bottom + DOWN + SHARED_HEIGHT + 2)
        parts += draw_shared(memory.items, bottom + DOWN + 1, size[0] - 2)
    return drawn.of(svg(name, _("Objects in memory"), told(memory), size, *parts))


def draw_held(held: Held, at: Point) -> list[str]:
    """Draw an object, and above it the names that refer to it."""
    middle, y = at
    top = y + NAME + ARROW
    parts = [
        box((middle - held.width / 2, top), (held.width, BOX), "object"),
        words(held.object, (middle, top + BOX / 2), "middle", class_="code"),
    ]
    x = middle - held.names_width / 2
    for name in held.names:
        start = x + name_width(name) / 2
        parts.append(name_at(name, (start, y + NAME / 2)))
        parts += arrow((start, y + NAME), (start, top))
        x += name_width(name)
    return parts


def shared_width(items: tuple[str, ...]) -> float:
    """Say what the block of shared memory takes at least."""
    return width_of(_("shared memory"), SANS) + 4 * PAD + sum(map(item_width, items))


def item_width(item: str) -> float:
    """Say what an item of the shared memory takes."""
    return width_of(item) + 16


def draw_shared(items: tuple[str, ...], y: float, width: float) -> list[str]:
    """Draw the shared memory: a block, and in it what it holds, side by side."""
    parts = [
        box((1, y), (width, SHARED_HEIGHT), "shared"),
        words(_("shared memory"), (1 + PAD, y + SHARED_HEIGHT / 2), class_="head"),
    ]
    x = shared_width(()) - PAD
    for item in items:
        place = (x, y + (SHARED_HEIGHT - BOX) / 2)
        parts.append(box(place, (item_width(item), BOX), "object", corner=0))
        middle = (x + item_width(item) / 2, y + SHARED_HEIGHT / 2)
        parts.append(words(item, middle, "middle", class_="code"))
        x += item_width(item)
    return parts


def box(at: Point, size: Point, kind: str, corner: int = 3) -> str:
    """Draw a box."""
    names = ("x", "y", "width", "height")
    place = {name: f"{value:g}" for name, value in zip(names, (*at, *size), strict=True)}
    return element("rect", **place, rx=corner, class_=kind)


def arrow(start: Point, end: Point, relation: str = "") -> list[str]:
    """Draw an arrow, straight down or to the right: dashed for a copy, two heads for messages."""
    (x1, y1), (x2, y2) = start, end
    kind = {"": "refers", "~>": "copies", "<>": "messages"}[relation]
    drawing = f"M{x1:g} {y1:g}L{x2:g} {y2:g}"
    heads = f"M{x2:g} {y2:g}m-5-3l5 3l-5 3" if y1 == y2 else f"M{x2:g} {y2:g}m-3-5l3 5l3-5"
    if relation == "<>":
        heads += f"M{x1:g} {y1:g}m5-3l-5 3l5 3"
    return [path(drawing, kind), path(heads, "tip")]


def told(memory: Memory) -> str:
    """Put the picture into words."""
    said = []
    for each in memory.processes:
        for held in each.held:
            given = {"process": shown(each.name), "object": held.object}
            given["names"] = _(", ").join(map(shown, held.names))
            said.append(
                _("%(process)s: %(object)s, reached from %(names)s") % given
                if held.names
                else _("%(process)s: %(object)s") % given
            )
    for one, two in pairwise(memory.processes):
        for a, b in zip(one.held, two.held, strict=False):
            given = {"one": shown(one.name), "two": shown(two.name)}
            given |= {"its": a.object, "other": b.object}
            if two.relation == "~>":
                said.append(_("%(other)s of %(two)s is a copy of %(its)s of %(one)s") % given)
            elif two.relation == "<>":
                said.append(
                    _("%(its)s of %(one)s and %(other)s of %(two)s exchange messages") % given
                )
    if memory.items:
        users = [
            _("%(object)s of %(process)s") % {"object": held.object, "process": shown(each.name)}
            for each in memory.processes
            for held in each.held
            if held.shared
        ]
        given = {"items": _(", ").join(memory.items), "users": _(", ").join(users)}
        said.append(_("in shared memory: %(items)s; used by %(users)s") % given)
    return _("; ").join(said)


class Picture(SphinxDirective):
    """A picture of processes and their objects, with a caption."""

    has_content = True
    option_spec: ClassVar[OptionSpec] = {"caption": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Draw it, or say what is wrong."""
        try:
            memory = parse(list(self.content))
            if not self.options.get("caption"):
                raise ValueError(
                    "there is no caption: write one, ':caption: …', that says what to see"
                )
        except ValueError as error:
            return [self.state.document.reporter.warning(f"memory: {error}", line=self.lineno)]
        inline, messages = self.parse_inline(self.options["caption"], lineno=self.lineno)
        picture = draw(memory, f"memory-{self.env.new_serialno('memory')}")
        figure = nodes.figure("", picture, nodes.caption("", "", *inline), classes=["memory"])
        self.set_source_info(figure)
        return [figure, *messages]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive."""
    app.setup_extension("pictures")
    app.add_directive("memory", Picture)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
