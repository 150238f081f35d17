"""Every doctest of the examples holds, under every start method."""

import os
import re
import subprocess
import sys

import pytest

from ipcdocs._recording.check import methods_here
from ipcdocs._recording.examples import PACKAGE, examples
from ipcdocs._recording.observe import environment


@pytest.mark.parametrize("method", methods_here())
def test_doctests(method):
    """In a process of their own, since what a child prints does not come through pytest."""
    wanted = sum(">>> " in example.path.read_text("utf-8") for example in examples().values())
    options = ["-q", "-p", "no:cacheprovider", f"--ignore={PACKAGE / 'article'}"]
    # They start processes as they are imported, some of them for ever.
    options.append(f"--ignore-glob={PACKAGE / '*' / 'no_guard*'}")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--doctest-modules", *options, PACKAGE],
        env={**os.environ, **environment(method)},
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed
    assert int(passed[1]) >= wanted > 0
