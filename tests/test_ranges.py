"""What may differ within bounds, and where a warning comes from, has a name in a transcript."""

import pytest

from ipcdocs._recording.basics import Misuse
from ipcdocs._recording.expected import Expected, Range
from ipcdocs._recording.runs import Run, Said
from ipcdocs._recording.transcript import transcript

TOTAL = Range("total", 2, 19999)


def texts(*lines, ranges=()):
    """How these lines of main, to standard error, stand in a transcript."""
    run = Run(500, 0, [Said(500, True, text) for text in lines])
    return [line.text for line in transcript(run, ranges).lines]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("total 1", "total 1"),
        ("total 2", "total <2…19999>"),
        ("total 300 of 20000", "total <2…19999> of 20000"),
        ("total 19999", "total <2…19999>"),
        ("total 20000", "total 20000"),
        ("total 1, total 2, total 20000", "total 1, total <2…19999>, total 20000"),
        ("subtotal 300", "subtotal 300"),
        ("totals 300", "totals 300"),
        ("Total 300", "Total 300"),
        ("total: 300", "total: 300"),
        ("total  300", "total  300"),
        ("total -300", "total -300"),
        ("total 300th", "total 300th"),
        ("total 300.5", "total 300.5"),
        ("total 300,500", "total 300,500"),
        ("total 300.", "total <2…19999>."),
        ("total 300, 400", "total <2…19999>, 400"),
        ("total 0300", "total 0300"),
        ("total " + "9" * 5000, "total " + "9" * 5000),
        ("count 7 total 7", "count <7…7> total <2…19999>"),
    ],
    ids=range(20),
)
def test_a_number_of_an_announced_range_is_named(text, named):
    assert texts(text, ranges=[TOTAL, Range("count", 7, 7)]) == [named]


def test_ranges_are_announced():
    source = '"""An idea."""\n# Expected: total from 2 to 19999, stderr, count from 7 to 7.\n'
    assert Expected.read(source, "idea").ranges == (TOTAL, Range("count", 7, 7))


@pytest.mark.parametrize("part", ["total from 2", "total from -2 to 3", "a total from 2 to 3"])
def test_a_range_that_is_none_is_refused(part):
    with pytest.raises(Misuse, match=f"does not know '{part}'; it knows .*'total from 1 to 9'"):
        Expected.read(f"# Expected: {part}.\n", "idea")


IDEA = '"""An idea."""\n# Expected: total from 2 to 9.\nprint("total {}")\n'


@pytest.mark.parametrize(
    ("number", "row", "problems"),
    [
        (2, "main    │ total <2…9>", []),
        (9, "main    │ total <2…9>", []),
        (1, "main    │ total <2…9>", ["+main    │ total 1"]),
        (10, "main    │ total <2…9>", ["+main    │ total 10"]),
        (
            5,
            "main    │ total 5",
            ["+main    │ total <2…9>", "announces a range of 'total', which"],
        ),
        (5, "main    │ total <2…8>", ["+main    │ total <2…9>", "announces a range of 'total'"]),
    ],
)
def test_a_range_and_its_recording_belong_together(clone, number, row, problems):
    clone.add("processes/idea", IDEA.format(number), [row])
    status, printed = clone("check", "idea", "--start-method", "fork")
    assert status == (1 if problems else 0)
    for problem in problems:
        assert problem in printed


PLACE = "/usr/lib/python3.12/multiprocessing/popen_fork.py:66"


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (
            [f"{PLACE}: DeprecationWarning: old", "  self.pid = os.fork()", "next"],
            ["…/popen_fork.py: DeprecationWarning: old", "  …", "next"],
        ),
        ([f"{PLACE}: DeprecationWarning: old"], ["…/popen_fork.py: DeprecationWarning: old"]),
        (["idea.py:3: Warning: a: 1"], ["…/idea.py: Warning: a: 1"]),
        (["C:\\lib\\idea.py:3: UserWarning: a"], ["…/idea.py: UserWarning: a"]),
        ([f"{PLACE}: Warnings: a"], [f"{PLACE}: Warnings: a"]),
        ([f"{PLACE} UserWarning: a"], [f"{PLACE} UserWarning: a"]),
        (["12: UserWarning: a"], ["12: UserWarning: a"]),
    ],
    ids=range(7),
)
def test_the_place_of_a_warning_is_left_out_and_the_warning_is_not(lines, named):
    assert texts(*lines) == named


RELEASES = '"""An idea."""\n# Expected: Python 3.13.8 or later, not Python 3.14.0.\n'


@pytest.mark.parametrize(
    ("release", "holds"),
    [
        *[(f"3.{minor}", False) for minor in ("11.9", "12.99", "13.0", "13.7", "14.0")],
        *[(f"3.{minor}", True) for minor in ("13.8", "13.18", "14.1", "14.10", "15.0", "15.0a1")],
    ],
)
def test_an_example_may_be_for_some_releases(release, holds):
    assert Expected.read(RELEASES, "idea").holds_on(release) is holds
