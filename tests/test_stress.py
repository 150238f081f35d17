"""`nox -s stress` counts what differs, and leaves nothing running."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ipcdocs._recording.basics import PACKAGE, dotted
from ipcdocs._recording.programs import interruptible
from ipcdocs._recording.pythons import RUNNING
from ipcdocs._recording.runs import status

ONLY = ("--python", dotted(RUNNING.version))


@pytest.fixture
def stress(clone):
    """Starts it on the copy of the package, and sees that it leaves nothing."""
    tests = PACKAGE.parent / "tests"
    (clone.folder / "tests").mkdir()
    shutil.copy(tests / "stress.py", clone.folder / "tests")
    started = []

    def start(*arguments):
        started.append(
            subprocess.Popen(
                [sys.executable, "-m", "tests.stress", *arguments],
                cwd=clone.folder,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                start_new_session=True,
                preexec_fn=interruptible,
            )
        )
        return started[-1]

    yield start
    sessions = {process.pid for process in started}
    assert [pid for pid in map(session, Path("/proc").glob("[0-9]*")) if pid in sessions] == []


def session(entry):
    try:
        return status(entry)[1]
    except OSError:
        return 0


def test_what_holds_is_counted(stress):
    running = stress("2", "typed_name", "plain_lock", *ONLY)
    printed = running.communicate()[0]
    assert running.returncode == 0, printed
    assert "article.typed_name                        6        0" in printed
    assert "shared_memory.plain_lock                  6        0" in printed, "never left in peace"
    assert printed.endswith(f"2 times on Python {RUNNING.release}: no differences\n")


def test_what_differs_is_counted_and_shown(stress, clone):
    clone.edit("processes/threads.py", "read {read}", "read nothing")
    running = stress("1", "threads", "typed_name", *ONLY)
    printed = running.communicate()[0]
    assert running.returncode == 1, printed
    assert "processes.threads                         3        3" in printed
    assert printed.count("DIFFERS: processes.threads, ") == 3
    assert "read nothing" in printed
    assert printed.endswith(": 3 differences\n")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_can_be_stopped(stress, stop):
    running = stress("999", "threads", *ONLY)
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    while len(children.read_text().split()) < 4:  # some beside the burners
        assert running.poll() is None
    running.send_signal(stop)
    printed = running.communicate()[0]
    assert running.returncode == 130, printed
    assert "everything that was started has been ended" in printed
    assert " times on Python " in printed


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["1", "thread"], "the nearest: processes.threads"),
        (["1", "--python", "2.7"], "invalid choice: '2.7'"),
        (["1", "--part", "6/5"], "'6/5' is no part"),
        (["many"], "invalid int value: 'many'"),
    ],
)
def test_bad_input(stress, arguments, message):
    running = stress(*arguments)
    assert message in running.communicate()[0]
    assert running.returncode == 2
