"""A sample of the mutants of `nox -s drift`, always the same one, is noticed."""

import asyncio
from collections import Counter

import pytest

from ipcdocs._recording.basics import Misuse
from ipcdocs._recording.examples import Example, examples
from ipcdocs._recording.pythons import RUNNING
from tests import drift
from tests.mutants import Mutant, of_page, of_recording
from tests.mutants_of_source import of_example
from tests.notice import notice_source


def sample():
    """One mutant of each kind, drawn from all examples."""
    found: dict[str, list[tuple[Example, Mutant]]] = {}
    for example in examples().values():
        if example.expected.holds_on(RUNNING.release):
            for mutant in drift.sample(example.name, of_example(example.source), 1):
                found.setdefault(mutant.kind, []).append((example, mutant))
    return [every[len(kind) % len(every)] for kind, every in sorted(found.items())]


def assert_noticed(fate):
    assert fate.by or drift.listed(fate) is not None, f"SURVIVED: {fate}"


@pytest.mark.parametrize("mutant", sample(), ids=lambda one: f"{one[1].kind}-{one[0].name}")
def test_a_changed_example_is_noticed(mutant):
    example, changed = mutant
    by = asyncio.run(notice_source(example, changed.text, RUNNING))
    assert_noticed(drift.Fate("examples", example.name, changed, by))


def test_an_unchanged_example_is_not():
    example = examples()["processes.global_variable"]
    assert asyncio.run(notice_source(example, example.source, RUNNING)) == ""


@pytest.mark.parametrize("name", ["global_variable.out", "trailing_comma.out"])
def test_a_changed_recording_is_noticed(name):
    path, example = next(
        (variant.path, example)
        for example in examples().values()
        for variant in example.variants()
        if variant.path.name == name
    )
    mutants = drift.sample(name, of_recording(path.read_text("utf-8")), 20)
    fates: list[drift.Fate] = []
    asyncio.run(drift.drift_recordings([(example, path, mutants)], fates.append))
    assert len(fates) == len(mutants) > 50
    for fate in fates:
        assert_noticed(fate)


def test_a_changed_page_is_noticed():
    fates: list[drift.Fate] = []
    todo = []
    for path in sorted(drift.DOCS.glob("[ez][nh]/**/*.md")):
        page = path.relative_to(drift.DOCS)
        mutants = drift.sample(page.as_posix(), of_page(path.read_text("utf-8")), 1)
        todo += [(page, mutant) for mutant in mutants]
    asyncio.run(drift.drift_pages(todo, fates.append))
    assert len(fates) == len(todo) > 150
    for fate in fates:
        assert_noticed(fate)


def test_what_has_no_equal_is_counted():
    """The table adds up, and tells survivors from what is listed."""
    page = drift.DOCS / "en" / "index.md"
    mutants = drift.sample("index", of_page(page.read_text("utf-8")), 2)
    by = Counter(mutant.kind for mutant in mutants)
    fates = [drift.Fate("pages", "en/index.md", mutant, "") for mutant in mutants]
    rows = [row.split() for row in drift.table(fates)]
    assert rows[0] == ["mutants", "equivalent", "SURVIVED"]
    assert rows[-1] == ["all", str(by.total()), "·", str(by.total())]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("global_varable", "the nearest: processes.global_variable"),
        ("en/globals.md", "no page is named 'en/globals.md'"),
    ],
)
def test_a_name_that_is_none(name, told):
    with pytest.raises(Misuse, match=told):
        drift.work(drift.PARTS, [name], 1)
