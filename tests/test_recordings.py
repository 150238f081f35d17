"""Every recording holds, on the Python that runs this, under every start method."""

import asyncio

import pytest

from ipcdocs._recording.check import check, jobs, methods_here
from ipcdocs._recording.examples import examples


def name(part):
    return getattr(part, "name", part)


@pytest.mark.parametrize(
    "job",
    jobs(list(examples().values()), methods_here()),
    ids=lambda job: "-".join(map(name, job)),
)
def test_holds(job):
    """It prints what is recorded, and its lines come in the order that is promised."""
    verdict = asyncio.run(check(job))
    if verdict.problem:
        pytest.fail(str(verdict), pytrace=False)
