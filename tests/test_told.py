"""Sentences tell what programs print, and what checks that sees when they do not."""

import pytest

from ipcdocs._recording.basics import PACKAGE
from ipcdocs._recording.examples import examples
from tests import told

DOCS = PACKAGE.parent / "docs"

PROGRAM = '''"""An idea."""
print(f"total {10.78}")
print("exit code 3")
print("end of 12,345")
'''
PRINTED = """$ python -m ipcdocs.t.idea
main    │ total 10.78
main    │ exit code 3
main    │ end
"""
PAGE = """(idea)=
# An idea

```{{literalinclude}} ../../ipcdocs/t/idea.py
```

{}

```{{literalinclude}} ../../ipcdocs/t/idea.out
```

(idea-why)=
## What happened

{}
"""


@pytest.fixture
def page(tmp_path):
    """Writes a page with these sentences, and returns what is wrong with it."""
    package = tmp_path / "ipcdocs" / "t"
    package.mkdir(parents=True)

    def write(first, second="", program=PROGRAM, printed=PRINTED, language="en", allowed=()):
        (package / "idea.py").write_text(program, "utf-8")
        (package / "idea.out").write_text(printed, "utf-8")
        path = tmp_path / "docs" / language / "idea.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(first, second), "utf-8")
        every = examples(tmp_path / "ipcdocs").values()
        return list(told.problems(tmp_path / "docs", every, allowed))

    return write


def test_every_value_in_a_sentence_is_that_of_a_program_beside_it():
    found = list(told.problems(DOCS, examples().values(), told.allowed()))
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_every_allowance_has_a_reason():
    assert all(len(each["reason"]) > 10 for each in told.allowed())


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("The total is 10.78.", ""),
        ("The total is 10.79.", "10.79"),
        ("The total is 10.", "10"),
        ("It prints exit code 3.", ""),
        ("It prints exit code 1.", "exit code 1"),
        ("It ends with exit status 0.", ""),
        ("Its exit status is 2.", "exit status is 2"),
        ("Three lines come.", ""),
        ("Two lines come.", "Two lines"),
        ("The first line, and `12345`, and 12,345.", ""),
        ("On Python 3.14, 3.13.8 or 3.11 it is slow ({cpython}`103061`).", ""),
        ("See {ref}`the 10.78 <idea>` and [here](https://example.org/99).", ""),
        ("See {ref}`the 10.79 <idea>`.", "10.79"),
        ("It takes 7 turns.", "7"),
        ("It waits 20 s, -4 times.", "20"),
    ],
    ids=range(15),
)
@pytest.mark.parametrize("place", [0, 1])
def test_a_value_that_nothing_prints_is_seen(page, sentence, wrong, place):
    found = page(*["", sentence][:: 1 if place else -1])
    assert [f"tells {wrong!r}" in each for each in found][:1] == [True] * bool(wrong)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("打印三行，总数是 10.78。", ""),
        ("打印两行。", "两行"),
        ("退出状态码为 1。", "退出状态码为 1"),
    ],
)
def test_chinese_values_are_seen(page, sentence, wrong):
    found = page(sentence, language="zh")
    assert [f"tells {wrong!r}" in each for each in found] == [True] * bool(wrong)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("10.78", "10.79", "It prints 10.78."),
        ("exit code 3", "exit code 4", "It prints exit code 3."),
        ("end", "end\nmain    │ really", "It prints three lines."),
    ],
)
def test_a_recording_that_changes_with_its_program_makes_the_sentence_wrong(
    page, old, new, sentence
):
    assert page(sentence) == []
    assert len(page(sentence, "", PROGRAM.replace(old, new), PRINTED.replace(old, new))) == 1


def test_an_allowance_holds_for_its_page_and_value_and_is_needed(page):
    allowed = [{"page": "idea.md", "value": "61", "reason": "the documentation says so"}]
    assert page("Windows allows 61.", allowed=allowed) == []
    assert "tells '62'" in page("Windows allows 61 or 62.", allowed=allowed)[0]
    assert "needs no allowance" in page("Nothing.", allowed=allowed)[0]
