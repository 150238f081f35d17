"""A copy of the package that tests may spoil, and what the checks took."""

import os
import shutil
import subprocess
import sys

import pytest

from ipcdocs._recording.examples import PACKAGE


class Clone:
    """A copy of the package, and its commands."""

    def __init__(self, folder):
        self.folder = folder
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PACKAGE, folder / "ipcdocs", ignore=ignored)
        # No other Python is to be found, so that recording takes little time.
        self.environment = {**os.environ, "PATH": str(folder)}
        self.start = [sys.executable, "-m", "ipcdocs"]

    def __call__(self, *arguments):
        done = subprocess.run(
            [*self.start, *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stdout + done.stderr

    def path(self, name):
        return self.folder / "ipcdocs" / name

    def edit(self, name, old, new, count=-1):
        text = self.path(name).read_text("utf-8")
        assert old in text
        self.path(name).write_bytes(text.replace(old, new, count).encode())


def pytest_terminal_summary(terminalreporter):
    """Print what the checks took, and what the programs that they ran took by themselves."""
    reports = terminalreporter.stats.get("passed", [])
    found = [
        value for each in reports for name, value in each.user_properties if name == "checked"
    ]
    if found:
        took, alone = map(sum, zip(*found, strict=True))
        terminalreporter.write_line(
            f"{len(found)} checks of recordings took {took:.1f} s of all workers together; the "
            f"runs in them {alone:.1f} s, if one had come after the other"
        )


@pytest.fixture
def clone(tmp_path):
    return Clone(tmp_path)
