"""What the commands for a reader's program print is what their page shows.

Written anew by: python -m tests.test_sessions
"""

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from ipcdocs._recording.basics import PACKAGE

FOLDER = PACKAGE / "own_program"
SESSIONS = sorted(FOLDER.glob("*.txt"))
ENDINGS = {"compare": 1, "explain": 0, "explain.zh": 0, "killed": 137}


def done(command, folder):
    """Run a command as a reader would in the folder of a program."""
    words = shlex.split(command.removeprefix("$ "))
    return subprocess.run(
        [sys.executable, *words[1:]],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent), "COLUMNS": "84"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def session(path, folder):
    """The command of the first line and what it prints as the page has it; its exit status."""
    for program in FOLDER.glob("*.py"):
        shutil.copy(program, folder)
    failed = done("$ python -m ipcdocs run --start-method spawn prices.py", folder)
    (folder / "errors.txt").write_text(failed.stdout, "utf-8")
    command = path.read_text("utf-8").splitlines()[0]
    ended = done(command, folder)
    for pid in re.findall(r"left running: (\d+)", ended.stdout):
        os.kill(int(pid), signal.SIGKILL)
    printed = ended.stdout.replace(sys.executable, "python")
    printed = re.sub(r"(?<=left running: )\d+", "<pid>", printed)
    return f"{command}\n{printed}", ended.returncode


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_it_is_what_the_page_shows(path, tmp_path):
    assert session(path, tmp_path) == (path.read_text("utf-8"), ENDINGS[path.stem])


def test_there_is_one_of_each_command():
    commands = {path.read_text("utf-8").split()[4] for path in SESSIONS}
    assert commands == {"run", "compare", "explain"}


if __name__ == "__main__":
    for each in SESSIONS:
        with tempfile.TemporaryDirectory(prefix="ipcdocs-session-") as where:
            each.write_text(session(each, Path(where))[0], "utf-8")
