"""The checks see what is wrong: small pages with a fault each, and one without."""

import random
import threading

import pytest

from tests.browser.checks import AXE, Visit, inaccessible, invalid, shifted, sticking_out
from tests.browser.conftest import NARROW
from tests.browser.serve import SlowHandler, served
from tests.browser.test_visits import MOST

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page</title>
<link rel="icon" href="data:,">
</head>
<body>
<main>
<h1>A page</h1>
<pre tabindex="0" style="overflow: auto">{line}</pre>
{part}
</main>
</body>
</html>
"""


@pytest.fixture
def folder(tmp_path):
    noise = random.Random(1).randbytes(MOST)
    (tmp_path / "noise.js").write_text(f"// {noise.hex()}\n")
    return tmp_path


@pytest.fixture
def opened(folder, context):
    """Opens a page that has this part, in a window of a phone's width."""
    with served(folder) as address:

        def open_(part=""):
            text = PAGE.format(line="a long line " * 50, part=part)
            (folder / "index.html").write_text(text, "utf-8")
            visitor = context(NARROW)
            visitor.add_init_script(path=AXE)
            return Visit(visitor.new_page()).open(address)

        yield open_


def test_a_page_without_fault(opened, folder):
    seen = opened()
    assert seen.problems == seen.elsewhere() == []
    assert seen.bytes < 2000
    assert inaccessible(seen.page) == []
    assert shifted(seen.page) == []
    assert sticking_out(seen.page) == []
    assert invalid(folder) == []


@pytest.mark.parametrize(
    ("part", "rule"),
    [
        ('<img src="data:," width="9" height="9">', "image-alt"),
        ('<p style="color: #999">pale</p>', "color-contrast"),
        ("<pre style='overflow: auto; width: 9em'>code that is longer</pre>", "scrollable-region"),
        ("<h3>Too deep</h3>", "heading-order"),
    ],
)
def test_what_not_everybody_can_use_is_seen(opened, part, rule):
    (violation,) = inaccessible(opened(part).page)
    assert violation.startswith(rule)


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        ("<script src='missing.js'></script>", "missing.js: status 404"),
        ("<script>console.error('oh')</script>", "console: oh"),
        ("<script>console.warn('oh')</script>", "console: oh"),
        ("<script>missing()</script>", "script: missing is not defined"),
        ("<link rel='stylesheet' href='http://127.0.0.1:9/x.css'>", "127.0.0.1:9"),
    ],
)
def test_a_problem_of_a_visit_is_seen(opened, part, problem):
    assert any(problem in found for found in opened(part).problems)


def test_a_request_to_another_origin_is_seen(opened):
    seen = opened("<link rel='stylesheet' href='http://127.0.0.1:9/x.css'>")
    assert "127.0.0.1:9" in "".join(seen.elsewhere())


def test_weight_is_seen(opened):
    assert opened("<script src='noise.js'></script>").bytes > MOST


def test_a_shift_is_seen(opened):
    frames = "requestAnimationFrame(() => requestAnimationFrame(() => late.style.height = '99px'))"
    (moved,) = shifted(opened(f"<p id='late'></p><p>text</p><script>{frames}</script>").page)
    assert "<p></p>" in moved


def test_what_shifts_while_a_page_arrives_is_seen(folder, context):
    (folder / "late.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" height="99"/>')
    (folder / "drawn").touch()
    twice = "requestAnimationFrame(() => requestAnimationFrame(() => fetch('drawn')))"
    part = f"<img src='late.svg'><p>text</p><script>{twice}</script>"
    (folder / "index.html").write_text(PAGE.format(line="", part=part))
    drawn = threading.Event()

    class AfterTheFirstFrame(SlowHandler):
        def do_GET(self):
            if self.path == "/drawn":
                drawn.set()
            elif self.path == "/late.svg":
                drawn.wait(60)
            super().do_GET()

    with served(folder, AfterTheFirstFrame) as address:
        assert shifted(Visit(context().new_page()).open(address).page) != []


@pytest.mark.parametrize(
    "part",
    [
        "<pre>" + "a long line" * 50 + "</pre>",
        "<div style='overflow: hidden'><pre><b>" + "a long line" * 50 + "</b></pre></div>",
        "<div style='width: 400px'>wide</div>",
    ],
)
def test_what_is_too_wide_is_seen(opened, part):
    assert sticking_out(opened(part).page) != []


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        ("<p id='one'>1</p><p id='one'>1</p>", "Duplicate ID"),
        ("<ul><p>not an item</p></ul>", "not allowed as child of element “ul”"),
        ("<a href='a b'>address</a>", "Bad value “a b” for attribute “href”"),
        ("<section><p>no heading</p></section>", "Section lacks heading"),
    ],
)
def test_invalid_markup_is_seen(opened, folder, part, problem):
    opened(part)
    assert problem in "".join(invalid(folder))
