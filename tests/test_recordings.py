"""Every recording holds, on the Python that runs this, under every start method."""

import asyncio

import pytest

from ipcdocs._recording.basics import methods_here
from ipcdocs._recording.check import check, jobs
from ipcdocs._recording.examples import examples
from ipcdocs._recording.pythons import RUNNING
from ipcdocs._recording.verified import load, state
from tests.conftest import part_in


def unchanged():
    """Names of the examples that are as they were verified, with this release of Python."""
    now = state()
    return {
        name
        for run in load()
        if (run.release, run.machinery) == (RUNNING.release, now[""])
        for name, held in run.examples.items()
        if held.digest == now.get(name)
    }


def in_part(one, of):
    """The names of the examples of a part, and of all that have changed.

    Parts are counted on from one Python to the next, so that each run of all of them
    comes by every example.
    """
    first = (one + RUNNING.version[1]) % of
    return set(sorted(examples())[first::of]) | examples().keys() - unchanged()


def name_of(job):
    return f"{job.example.name}-{job.method or job.path.name}"


def pytest_generate_tests(metafunc):
    if "job" in metafunc.fixturenames:
        names = in_part(*part_in("RECORDINGS_PART"))
        which = [example for name, example in examples().items() if name in names]
        metafunc.parametrize("job", jobs(which, methods_here(), RUNNING), ids=name_of)


def test_holds(job, record_property):
    """It prints what is recorded, and its lines come in the order that is promised."""
    verdict = asyncio.run(check(job))
    record_property("checked", (verdict.seconds, sum(verdict.runs)))
    if verdict.problem:
        pytest.fail(str(verdict), pytrace=False)


def test_parts_come_by_all(monkeypatch):
    """What is unchanged is in one of the parts, what has changed in each."""
    monkeypatch.setitem(
        globals(), "unchanged", lambda: examples().keys() - {"article.three_managers"}
    )
    parts = [in_part(one, 3) for one in (1, 2, 3)]
    assert set.union(*parts) == examples().keys()
    assert set.intersection(*parts) == {"article.three_managers"}
    assert max(map(len, parts)) < len(examples()) / 2
    assert in_part(1, 1) == examples().keys()
