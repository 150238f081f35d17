"""Nothing is left of a checker that is killed, and nothing of a living one is touched."""

import shutil
import signal
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path

import pytest

from ipcdocs._recording import keeper
from ipcdocs._recording.runs import SHM
from tests.conftest import waited
from tests.test_commands import environ

HANGS = '''\
"""An idea."""
import multiprocessing
import pathlib
import time
from multiprocessing import shared_memory


def child():
    pathlib.Path(r"UP").touch()
    time.sleep(600)


if __name__ == "__main__":
    segment = shared_memory.SharedMemory("NAME", True, 8)
    multiprocessing.Process(target=child).start()
    time.sleep(600)
'''


def gone(temporary):
    """Whether nothing is in the folder and no process has it in its environment."""
    every = " ".join(map(environ, Path("/proc").glob("[0-9]*")))
    return not list(temporary.iterdir()) and str(temporary) not in every


@pytest.fixture
def hanging(clone, temporary):
    """A checker whose example hangs, and the name of its shared memory."""
    name = uuid.uuid4().hex
    text = HANGS.replace("UP", str(clone.folder / "up")).replace("NAME", name)
    clone.add("processes/idea", text, [])
    running = clone.started("check", "idea", "--start-method", "spawn", TMPDIR=str(temporary))
    with running:
        waited(running, (clone.folder / "up").exists)
        yield running, name


def test_a_checker_that_is_killed_leaves_nothing(hanging, temporary):
    running, name = hanging
    assert not gone(temporary)
    running.kill()
    running.wait()
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(100)"]) as clock:
        waited(clock, lambda: gone(temporary))
        clock.kill()
    assert not (SHM / name).exists()


def keepers(pid):
    """The keepers of a process."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_bytes().rpartition(b")")[2].split()[1])
            if parent == pid and b"keeper.clear" in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def test_where_the_keeper_is_killed_too_the_next_start_clears_up(hanging, clone, temporary):
    running, name = hanging
    (its,) = keepers(running.pid)
    for pid in (its, running.pid):
        subprocess.run(["kill", "-KILL", str(pid)], check=True)
    running.wait()
    assert not gone(temporary)
    environment = {"TMPDIR": str(temporary)}
    with clone.started("check", "typed_name", "--start-method", "fork", **environment) as next_one:
        printed, _ = next_one.communicate()
    assert (next_one.returncode, printed[-15:]) == (0, "no differences\n")
    assert gone(temporary)
    assert not (SHM / name).exists()


def test_a_checker_that_lives_is_left_alone(hanging, clone, temporary):
    running, _ = hanging
    before = list(temporary.iterdir())
    environment = {"TMPDIR": str(temporary)}
    with clone.started("check", "typed_name", "--start-method", "fork", **environment) as other:
        other.communicate()
    assert other.returncode == 0
    assert list(temporary.iterdir()) == before
    assert running.poll() is None
    running.send_signal(signal.SIGINT)
    running.communicate()
    assert gone(temporary)


def test_folders_that_are_not_ours_are_left_alone(temporary, monkeypatch):
    own = keeper.identity(1)
    cases = {
        "without owner": None,
        "of another namespace": own.replace(own.split()[1], "1"),
        "of one that lives": own,
        "of nobody": "nonsense",
    }
    for name, owner in cases.items():
        folder = temporary / f"{keeper.PREFIX}{name}"
        folder.mkdir()
        if owner is not None:
            (folder / keeper.OWNER).write_text(owner)
    dead = temporary / f"{keeper.PREFIX}dead"
    dead.mkdir()
    (dead / keeper.OWNER).write_text(own.rpartition(" ")[0] + " 1")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setattr(keeper, "cleared", set())
    keeper.clear_dead()
    left = {path.name.removeprefix(keeper.PREFIX) for path in temporary.iterdir()}
    assert left == set(cases)
    shutil.rmtree(temporary / f"{keeper.PREFIX}of nobody")
