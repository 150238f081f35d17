"""Every doctest of the examples holds, under every start method."""

import os
import re
import subprocess
import sys

import pytest

from ipcdocs._recording.basics import PACKAGE, methods_here
from ipcdocs._recording.examples import examples
from ipcdocs._recording.programs import environment

OPTIONS = ("-p", "no:cacheprovider")
TOLD = [each for each in examples().values() if ">>> " in each.path.read_text("utf-8")]


@pytest.mark.parametrize("method", methods_here())
@pytest.mark.parametrize("example", TOLD, ids=lambda example: example.name)
def test_doctests(example, method):
    """In a process of its own: what a child prints does not come through pytest, and a thread of
    one example must not be there when the next one forks."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--doctest-modules", "-q", *OPTIONS, example.path],
        env={**os.environ, **environment(method)},
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"[1-9]\d* passed", done.stdout)
