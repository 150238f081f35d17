"""A copy of the package that tests may spoil, programs that run once, what checks took."""

import argparse
import asyncio
import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

import pytest

from ipcdocs._recording.basics import PACKAGE
from ipcdocs._recording.examples import examples
from ipcdocs._recording.observe import observe
from ipcdocs._recording.programs import Program, interruptible
from ipcdocs._recording.runs import SHM, alive
from ipcdocs._recording.transcript import transcript
from tests.stress import part

HEAD = """
    import multiprocessing, os, signal, sys, threading, time
    from multiprocessing import Process, shared_memory
"""


def without_privilege():
    """Hold root to permissions, from the next program on: drop CAP_DAC_OVERRIDE."""
    if os.geteuid() == 0 and ctypes.CDLL(None, use_errno=True).prctl(24, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "PR_CAPBSET_DROP")


class Clone:
    """A copy of the package, and its commands."""

    def __init__(self, folder):
        self.folder = folder
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PACKAGE, folder / "ipcdocs", ignore=ignored)
        # No other Python is to be found, so that recording takes little time.
        self.environment = {**os.environ, "PATH": str(folder)}
        self.before = interruptible
        self.start = [sys.executable, "-m", "ipcdocs"]

    def __call__(self, *arguments):
        with self.started(*arguments) as running:
            printed, errors = running.communicate()
        return running.returncode, printed + errors

    def started(self, *arguments, **more):
        """Start a command; as a context it is waited for."""
        return subprocess.Popen(
            [*self.start, *arguments],
            cwd=self.folder,
            env=self.environment | more,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=self.before,
        )

    def add(self, name, text, rows):
        """Add an example, and a recording with these rows."""
        self.path(f"{name}.py").write_text(text, "utf-8")
        command = f"$ python -m ipcdocs.{name.replace('/', '.')}"
        self.path(f"{name}.out").write_text("\n".join([command, *rows, ""]), "utf-8")

    def keep(self, *names):
        """Remove all examples but these, and what is verified of them."""
        self.path("verified.json").unlink(missing_ok=True)
        for name, example in examples(self.path("")).items():
            if name not in names:
                for path in (example.path, *(variant.path for variant in example.variants())):
                    path.unlink()

    def read_only(self, name):
        """Let no command write in this folder, whoever runs it."""
        self.path(name).chmod(0o555)
        self.before = without_privilege

    def path(self, name):
        return self.folder / "ipcdocs" / name

    def edit(self, name, old, new, count=-1):
        text = self.path(name).read_text("utf-8")
        assert old in text
        self.path(name).write_bytes(text.replace(old, new, count).encode())


class Own:
    """The commands for a reader's program, in a folder of the reader's."""

    def __init__(self, folder):
        self.folder = folder
        path = {"PYTHONPATH": str(PACKAGE.parent), "COLUMNS": "110"}
        self.environment = {**os.environ, **path, "MINE": "theirs"}

    def started(self, text, *arguments, options=(), command="run", **more):
        """Start a command for a program of this text; as a context it is waited for."""
        (self.folder / "mine.py").write_text(text, "utf-8")
        line = [sys.executable, "-m", "ipcdocs", command, *options, "./mine.py", *arguments]
        more = {"stdin": subprocess.DEVNULL, "preexec_fn": interruptible} | more
        more = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True} | more
        return subprocess.Popen(line, cwd=self.folder, env=self.environment, **more)

    def __call__(self, text, *arguments, **more):
        given = more.pop("input", None)
        if given is not None:
            more["stdin"] = subprocess.PIPE
        with self.started(text, *arguments, **more) as running:
            printed, told = running.communicate(given)
        return running.returncode, printed, told


def part_in(variable):
    """As (2, 3), what CI takes of what is always the same: another part each time."""
    try:
        return part(os.environ.get(variable, "1/1"))
    except argparse.ArgumentTypeError as error:
        raise pytest.UsageError(f"{variable}: {error}") from None


def pytest_report_header():
    one, of = part_in("RECORDINGS_PART")
    return f"recordings: part {one} of {of}, and all of what has changed since it was verified"


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


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site's folder, built as `nox -s docs` builds it."""
    folder = tmp_path_factory.mktemp("site") / "html"
    done = subprocess.run(
        [sys.executable, PACKAGE.parent / "docs" / "build.py", folder],
        capture_output=True,
        text=True,
        cwd=PACKAGE.parent,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"The site is in {folder}" in done.stdout
    return folder


@pytest.fixture
def clone(tmp_path):
    return Clone(tmp_path)


@pytest.fixture
def own(tmp_path):
    return Own(tmp_path)


@pytest.fixture
def temporary():
    """A folder for temporary files, with a path that is short enough for sockets in it."""
    with tempfile.TemporaryDirectory(prefix="stops-") as folder:
        yield Path(folder)


@pytest.fixture
def program(tmp_path):
    """Runs a program of this text, and makes sure that nothing of it is left."""

    def run(text, method="fork", limit=60.0, slow="", **more):
        path = tmp_path / "program.py"
        path.write_text(textwrap.dedent(HEAD) + textwrap.dedent(text), "utf-8")
        program = Program([str(path)], method, slow=slow)
        done = asyncio.run(observe(program, limit=limit, **more))
        assert alive(done) == {}
        assert not Path(done.folder).exists()
        assert list(SHM.glob(f"*{Path(done.folder).name}*")) == []
        return done

    return run


def said(run):
    """The lines of a run, each as (writer, whether to standard error, text)."""
    return [(line.writer, line.stderr, line.text) for line in transcript(run).lines]


def waited(running, condition):
    """Wait until something holds while a process runs."""
    while not condition():
        assert running.poll() is None
        time.sleep(0.005)
