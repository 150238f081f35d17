"""Every recording holds, on the Python that runs this, under every start method."""

import asyncio

import pytest

from ipcdocs._recording.basics import methods_here
from ipcdocs._recording.check import check, jobs
from ipcdocs._recording.examples import examples
from ipcdocs._recording.pythons import RUNNING


@pytest.mark.parametrize(
    "job",
    jobs(list(examples().values()), methods_here(), RUNNING),
    ids=lambda job: f"{job.example.name}-{job.method or job.path.name}",
)
def test_holds(job, record_property):
    """It prints what is recorded, and its lines come in the order that is promised."""
    verdict = asyncio.run(check(job))
    record_property("checked", (verdict.seconds, sum(verdict.runs)))
    if verdict.problem:
        pytest.fail(str(verdict), pytrace=False)
