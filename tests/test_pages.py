"""Pages and examples are as they must be, and what checks them sees what is not."""

import re
from pathlib import Path

import pytest

from ipcdocs._recording.basics import PACKAGE
from ipcdocs._recording.examples import examples, orphans
from ipcdocs._recording.standing import standing
from tests import checkers

DOCS = PACKAGE.parent / "docs"
BAD = Path(__file__).parent / "bad_pages"
BAD_EXAMPLES = Path(__file__).parent / "bad_examples"


def none(problems):
    """Fail with the problems, one a line, if there are any."""
    if found := list(problems):
        pytest.fail("\n".join(found), pytrace=False)
    return True


def test_twins():
    assert none(checkers.twins(DOCS))


def test_page_form():
    assert none(checkers.page_form(DOCS, PACKAGE))


def test_every_example_is_shown_with_its_output():
    assert none(checkers.shown(DOCS, examples()))


def test_chinese_and_english_text():
    assert none(checkers.chinese(DOCS))


def test_terms():
    assert none(checkers.terms(DOCS))


def test_the_glossary_is_in_alphabetical_order():
    assert none(checkers.alphabetical(DOCS))


@pytest.mark.parametrize("name", examples())
def test_example_form(name):
    example = examples()[name]
    assert none(checkers.example_form(example))
    assert none(standing(example))


def test_no_recording_without_example():
    assert none(map(str, orphans()))


def pages_problems(docs):
    package = BAD / "package"
    yield from checkers.twins(docs)
    yield from checkers.page_form(docs, package)
    yield from checkers.chinese(docs)
    yield from checkers.alphabetical(docs)
    if (docs / "terms.md").exists():
        yield from checkers.terms(docs)
    if (docs / "shown").exists():
        yield from checkers.shown(docs, examples(package))


@pytest.mark.parametrize("case", sorted(p.name for p in BAD.iterdir() if p.name != "package"))
def test_bad_pages_are_seen(case):
    """Each folder has pages with one fault, and the message that must come, and no other."""
    expected = (BAD / case / "problem.txt").read_text("utf-8").splitlines()
    assert list(pages_problems(BAD / case)) == expected


@pytest.mark.parametrize("path", sorted(BAD_EXAMPLES.rglob("*.py")), ids=lambda path: path.stem)
def test_bad_examples_are_seen(path):
    """The last line of each file is a comment with the message that must come first."""
    example = next(e for e in examples(BAD_EXAMPLES).values() if e.path == path)
    expected = path.read_text("utf-8").splitlines()[-1].removeprefix("# ")
    assert next(checkers.example_form(example)) == expected


def blocks(name):
    """The code blocks of a file beside docs/."""
    text = (PACKAGE.parent / name).read_text("utf-8")
    return re.findall(r"^```\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def test_the_readmes_are_twins():
    assert blocks("README.md") == blocks("README.zh.md")
    english, chinese = (
        [
            (each.frame, {re.sub(r"README(\.zh)?|page\.(en|zh)", "", fact) for fact in each.facts})
            for each in checkers.sections((PACKAGE.parent / name).read_text("utf-8"))
        ]
        for name in ("README.md", "README.zh.md")
    )
    assert english == chinese


def test_ci_runs_the_command_of_the_readme():
    commands = [block for block in blocks("README.md") if block.endswith("nox -s tests\n")]
    assert len(commands) == 1
    assert f"\n{commands[0]}" in (PACKAGE.parent / ".ci" / "run").read_text("utf-8")
