"""Pictures show what is recorded, no less and no more; listings lead to their programs."""

import random
import re
from itertools import combinations, pairwise

import pytest
import sphinx.locale
from bs4 import BeautifulSoup
from lanes import lanes
from memory import parse

from ipcdocs._recording.basics import PACKAGE
from ipcdocs._recording.examples import examples
from ipcdocs._recording.transcript import Line, Transcript
from tests.test_site import DOCS, LANGUAGES, each_page, small_build

pytestmark = [pytest.mark.xdist_group("site"), pytest.mark.timeout(600)]

ROW = re.compile(r"(?P<writer>[a-z]+(?:-\d+)?) *(?P<mark>[ !])(?P<bar>[│┊╵])(?: (?P<text>.*))?$")


def matched(pattern, text):
    match = re.match(pattern, text)
    assert match, text
    return match


def rows_of(text):
    """The lines of an output as (writer, on standard error, bar), and how main ended."""
    rows = [matched(ROW, line) for line in text.splitlines()[1:]]
    closing = [row["text"] for row in rows if row["bar"] == "╵"]
    said = [(row["writer"], row["mark"] == "!", row["bar"]) for row in rows if row["bar"] != "╵"]
    return said, "".join(closing)


def promised(rows):
    """The pairs of lines, by number, of which the bars promise that the first comes first."""
    return {
        (one, two)
        for one, two in combinations(range(1, len(rows) + 1), 2)
        if rows[one - 1][0] == rows[two - 1][0]
        or any(rows[between - 1][2] == "│" for between in range(one, two + 1))
    }


class Drawn:
    """What is to be seen in a picture of lanes: columns, marks, and ways down."""

    def __init__(self, svg):
        self.columns = {float(t["x"]) + 5: t.text for t in svg.select("text[data-writer]")}
        self.marks = {}
        self.writers = {}
        for group in svg.select("g[data-lines]"):
            circle, path = group.find("circle"), group.find("path")
            if circle:
                at = float(circle["cx"]), float(circle["cy"])
            else:
                x, top = map(float, matched(r"M([\d.]+) ([\d.]+)", path["d"]).groups())
                at = x, top + 6
            number, error = group.find("text"), group.find("tspan")
            first, _, last = number.contents[0].partition("–")
            lines = range(int(first), int(last or first) + 1)
            shape = (circle or path)["class"]
            self.marks[at] = (lines, shape, path is not None, error is not None)
            self.writers[at] = group.parent["data-writer"]
        self.ways = {self.way(path["d"]) for path in svg.select("path.promise")}
        for column in self.columns:
            own = sorted(at for at in self.marks if at[0] == column)
            self.ways |= set(pairwise(own))
        self.end = [text.text for text in svg.select("g.end text")]

    @staticmethod
    def way(d):
        """From where to where a connection leads, which is down."""
        points: list[tuple[float, ...]] = []
        for command, numbers in re.findall("([MVHq])([^A-Za-z]*)", d):
            given = [float(number) for number in numbers.split()]
            x, y = points[-1] if points else (0, 0)
            ends = {"M": given[:2], "V": (x, given[0]), "H": (given[0], y)}
            points.append(tuple(ends.get(command) or (x + given[2], y + given[3])))
        assert all(one[1] <= two[1] for one, two in pairwise(points))
        return points[0], points[-1]

    def order(self):
        """The pairs of lines of which the second can be reached from the first."""
        pairs = set()
        for start, (lines, *_) in self.marks.items():
            pairs |= set(combinations(lines, 2))
            reached: set[tuple[float, float]] = set()
            new = {start}
            while new:
                new = {two for one, two in self.ways if one in new} - reached
                reached |= new
            pairs |= {(a, b) for at in reached for a in lines for b in self.marks[at][0]}
        return pairs


def problems(recording):
    """How the buttons and the picture of an output differ from its text."""
    text = recording.find("pre").text
    rows, closing = rows_of(text)
    writers = {row[0] for row in rows}
    for line, row in zip(recording.select(".line"), text.splitlines()[1:], strict=True):
        if re.split("[ !]", row)[0] != line["data-writer"]:
            yield f"{row!r} is said to be a line of {line['data-writer']}"
    if len(writers) < 2:
        if recording.select("button, svg, [data-line]"):
            yield "one process needs neither buttons nor a picture"
        return
    buttons = recording.select("button")
    if [b.text for b in buttons] != sorted(writers, key=by_number) or any(
        b["data-writer"] != b.text or f" {b.text}" not in b["aria-label"] for b in buttons
    ):
        yield "the buttons are not those of the writers"
    numbers = [int(line["data-line"]) for line in recording.select("[data-line]")]
    if numbers != list(range(1, len(rows) + 1)):
        yield f"the lines are numbered {numbers}"
    (details,) = recording.select("details.lanes")
    yield from lanes_problems(details, rows, closing)


def by_number(writer):
    return writer != "main", int(writer.partition("-")[2] or 0)


def lanes_problems(details, rows, closing):
    """How a picture of lanes differs from the lines of an output."""
    turns = sum(one[0] != two[0] for one, two in pairwise(rows))
    free = any(bar == "┊" for _, _, bar in rows)
    if details.has_attr("open") != (free or turns > 2):
        yield "the picture is not open where the order matters"
    drawn = Drawn(details.find("svg"))
    shown = {row[0] for row in rows} | ({"main"} if closing else set())
    if list(drawn.columns.values()) != sorted(shown, key=by_number):
        yield f"the columns are {drawn.columns}"
    covered = sorted(n for lines, *_ in drawn.marks.values() for n in lines)
    if covered != list(range(1, len(rows) + 1)):
        yield f"the marks are for the lines {covered}"
        return
    for at, (lines, shape, diamond, error) in drawn.marks.items():
        for n in lines:
            writer, stderr, bar = rows[n - 1]
            if drawn.columns.get(at[0]) != writer or drawn.writers[at] != writer:
                yield f"line {n} is not in the column of {writer}"
            if diamond != stderr or error != stderr:
                yield f"line {n} does not look as on its stream"
            if shape != ["fixed" if bar == "│" else "free"]:
                yield f"line {n} does not look as its bar"
    levels: dict[float, list[str]] = {}
    for (_, y), (_, shape, _, _) in drawn.marks.items():
        levels.setdefault(y, []).append(shape[0])
    if any("fixed" in shapes and len(shapes) > 1 for shapes in levels.values()):
        yield "a line whose place is promised is not alone in its row"
    if not all(end in drawn.marks for way in drawn.ways for end in way):
        yield "a connection leads to no mark"
    elif drawn.order() != promised(rows):
        yield f"the order differs in {drawn.order() ^ promised(rows)}"
    if drawn.end != ([closing] if closing else []):
        yield f"main ends with {drawn.end}"
    (told,) = details.select("desc")
    said = re.sub(r"child-\d+", "", told.text.removesuffix(closing))
    marks = sorted((lines for lines, *_ in drawn.marks.values()), key=lambda lines: lines[0])
    ends = [n for lines in marks for n in dict.fromkeys([lines[0], lines[-1]])]
    if [int(n) for n in re.findall(r"\d+", said)] != ends or not told.text.endswith(closing):
        yield f"the words are {told.text}"


def recordings_of(site, language=None):
    for each, page, html in each_page(site):
        if language in (None, each):
            for recording in html.select(".recording"):
                yield f"{each}/{page}", recording


def test_each_output_has_the_picture_of_its_order(site):
    found = [(where, list(problems(each))) for where, each in recordings_of(site)]
    assert [one for one in found if one[1]] == []
    assert sum(bool(each.select("svg")) for _, each in recordings_of(site)) > 50


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('class="free"', 'class="fixed"'),
        ('class="promise"', 'class="no-promise"'),
        ('data-writer="child-1"', 'data-writer="child-2"'),
        ('data-line="2"', 'data-line="1"'),
        (">2</text>", ">3</text>"),
        ('cx="80"', 'cx="150"'),
        ('cy="58"', 'cy="34"'),
        ("V58", "V82"),
        ("<tspan", "<text"),
        ("┊ ", "│ "),
        ("child-2 </span>", "child-1 </span>"),
        ("</button>", "!</button>"),
        (">exit status 1</text>", ">exit status 2</text>"),
        (' open="open"', ""),
        ("line 2", "line 3"),
    ],
)
def test_a_picture_of_another_order_is_seen(site, old, new):
    html = (site / "en" / "outputs.html").read_text("utf-8")
    recording = str(BeautifulSoup(html, "html.parser").select_one(".recording"))
    assert old in recording
    changed = BeautifulSoup(recording.replace(old, new, 1), "html.parser")
    assert list(problems(changed)) != []


def test_any_order_is_drawn_as_it_is():
    sphinx.locale.init([], "en")
    for seed in range(300):
        said = at_random(random.Random(seed))
        rows, closing = rows_of(said.text("command"))
        assert closing == said.closing
        html = BeautifulSoup(lanes(said, "lanes-0")["html"], "html.parser")
        assert list(lanes_problems(html.find("details"), rows, closing)) == [], seed


def at_random(chance):
    """Some recording, such as a run could leave."""
    names = ["main", *(f"child-{n}" for n in range(1, chance.randint(2, 12)))]
    lines = [
        Line(chance.choice(names), chance.random() < 0.3, "text", chance.random() < 0.4)
        for _ in range(chance.randint(2, 25))
    ]
    closing = chance.choice(["", "exit status 1", "killed by SIGKILL", "still running after 2 s"])
    first = Line(chance.choice(["main", "child-2"]), False, "text"), Line("child-1", False, "text")
    return Transcript((*first, *lines), closing)


def test_every_button_has_its_rule_in_the_stylesheet(site):
    """The rules name the writers one by one: a recording of more processes needs more of them."""
    sheet = (DOCS / "_static" / "recordings.css").read_text("utf-8")
    named = set(re.findall(r':has\(button\[data-writer="([^"]+)"\]', sheet))
    used = {b["data-writer"] for _, each in recordings_of(site) for b in each.select("button")}
    assert used - named == set()


def test_pictures_are_told_in_words(site):
    for language, page, html in each_page(site):
        ids = [element["id"] for element in html.select("[id]")]
        assert len(ids) == len(set(ids)), f"{language}/{page}"
        for svg in html.select("article svg[role=img]"):
            labels = [html.find(id=name).text for name in svg["aria-labelledby"].split()]
            assert len(labels) == 2
            for label in labels:
                assert bool(re.search("[\u4e00-\u9fff]", label)) == (language == "zh"), label
                assert label.isascii() or language == "zh", label


def pictures_of_memory(site):
    for language, page, html in each_page(site):
        source = (DOCS / language / page).with_suffix(".md")
        written = source.read_text("utf-8") if source.exists() else ""
        sources = re.findall(r"^:::\{memory\}\n:caption: (.*)\n\n((?:.+\n)+):::", written, re.M)
        figures = html.select("figure.memory")
        assert len(figures) == len(sources) == written.count("{memory}")
        for figure, (caption, content) in zip(figures, sources, strict=True):
            yield language, page, figure, caption, parse(content.splitlines())


def test_pictures_of_memory_show_what_is_written(site):
    found = list(pictures_of_memory(site))
    assert {str(page) for _, page, *_ in found} == {
        "managers/dict-and-list.html",
        "managers/manager-lost-updates.html",
        "managers/nested-data.html",
        "managers/own-classes.html",
        "pools/pool-shared-objects.html",
        "processes/arguments.html",
        "processes/fork-with-threads.html",
        "processes/global-variable.html",
        "processes/python-3-14.html",
        "processes/threads.html",
        "shared-memory/array.html",
        "shared-memory/keep-a-reference.html",
        "shared-memory/value.html",
    }
    for _language, _page, figure, caption, memory in found:
        assert figure.select_one("figcaption .caption-text").text == caption
        held = [held for each in memory.processes for held in each.held]
        names = [name for each in held for name in each.names if not name.startswith("thread ")]
        names += [each.name for each in memory.processes if each.name not in ("child", "server")]
        names += [*(each.object for each in held), *memory.items]
        assert sorted(names) == sorted(text.text for text in figure.select("text.code"))
        for kind, number in (
            ("process", len(memory.processes)),
            ("object", len(held) + len(memory.items)),
            ("refers", sum(len(each.names) + each.shared for each in held)),
            ("copies", sum(len(p.held) for p in memory.processes if p.relation == "~>")),
            ("messages", sum(len(p.held) for p in memory.processes if p.relation == "<>")),
            ("shared", bool(memory.items)),
        ):
            assert len(figure.select(f"svg .{kind}")) == number, kind


def test_in_pictures_of_memory_each_thing_has_its_room(site):
    for *where, figure, _caption, _memory in pictures_of_memory(site):
        boxes: dict[str, list[tuple[float, ...]]] = {}
        for rect in figure.select("rect"):
            x, y, width, height = (float(rect[name]) for name in ("x", "y", "width", "height"))
            boxes.setdefault(rect["class"][0], []).append((x, y, x + width, y + height))
            svg = figure.find("svg")
            assert 0 <= x < x + width <= float(svg["width"]), where
            assert 0 <= y < y + height <= float(svg["height"]), where
        for kind in boxes.values():
            assert not any(overlap(one, two) for one, two in combinations(kind, 2)), where
        for one in boxes["object"]:
            around = [*boxes["process"], *boxes.get("shared", [])]
            assert sum(inside(one, other) for other in around) == 1, where


def overlap(one, two):
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def inside(one, two):
    return two[0] < one[0] and two[1] < one[1] and one[2] < two[2] and one[3] < two[3]


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("main: box -> Box -> Box", "'main: box -> Box -> Box' is neither a process"),
        ("parent: box -> Box", "'parent: box -> Box' is neither a process"),
        ("box", "'box' is neither a process"),
        ("main: ", "'main:' is neither a process"),
        ("main: a;b", "'main: a;b' is neither a process"),
        ("", "there is no process"),
        ("~> main: box", "'~>' before 'main'"),
        ("main: a; b\n<> child: a", "'<>' before 'child'"),
        ("main: number -> Value -> shared", "need each other"),
        ("main: number -> Value\nshared: int", "need each other"),
        ("main: a -> shared\nshared: int\nchild: a -> shared", "comes after the shared memory"),
    ],
)
def test_a_picture_that_cannot_be_read_does_not_build(tmp_path, lines, problem):
    done = small_build(tmp_path, DOCS)(f":::{{memory}}\n:caption: Words.\n\n{lines}\n:::")
    assert done.returncode != 0
    assert re.search(f"index.md:4: WARNING: memory: .*{re.escape(problem)}", done.stderr)


def test_a_picture_needs_a_caption(tmp_path):
    done = small_build(tmp_path, DOCS)(":::{memory}\nmain: box -> Box\n:::")
    assert done.returncode != 0
    assert "index.md:4: WARNING: memory: there is no caption" in done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_listings_lead_to_their_programs(site, language):
    led = {}
    for each, page, html in each_page(site):
        if each == language:
            for link in html.select(".listing .code-block-caption a.reference"):
                target = (site / language / page).parent / link["href"]
                led[link.text] = target.resolve()
                assert link["title"]
    assert {name: path.read_text("utf-8") for name, path in led.items()} == {
        example.path.relative_to(PACKAGE.parent).as_posix(): example.path.read_text("utf-8")
        for example in examples().values()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_has_pictures_of_memory_in_words(site, language):
    for each, page, figure, caption, _memory in pictures_of_memory(site):
        if each == language:
            text = (site / language / page).with_suffix(".md").read_text("utf-8")
            assert f"\n{figure.desc.text}\n\n{caption}\n" in text.replace("\\", "")
            assert "<svg" not in text
