"""Commands that are stopped at any moment, that run side by side, or find no room to write."""

import asyncio
import random
import resource
import signal
import subprocess
import time
import uuid
from pathlib import Path

import pytest

from ipcdocs._recording.comparing import Unlike
from ipcdocs._recording.programs import interruptible
from ipcdocs._recording.runs import SHM
from ipcdocs._recording.stopping import do, together
from tests.conftest import waited
from tests.test_commands import environ

BUSY = '''\
"""An idea."""
import multiprocessing
import os
import pathlib
from multiprocessing import shared_memory


def child(lock, segment):
    with lock:
        segment.buf[0] = 1
    segment.close()


def main():
    method = multiprocessing.get_start_method()
    print(f"up {method == 'fork'}")
    lock = multiprocessing.Lock()
    with pathlib.Path(__file__).with_name("names").open("a") as names:
        names.write(f"sem.{(lock._semlock.name or '')[1:]}\\n")
    segment = shared_memory.SharedMemory(f"NAME-{os.getpid()}", True, 8)
    process = multiprocessing.Process(target=child, args=(lock, segment))
    process.start()
    process.join()
    print(f"end {segment.buf[0]}")
    segment.close()
    segment.unlink()


if __name__ == "__main__":
    main()
'''


@pytest.mark.parametrize("what", ["check", "record"])
def test_ctrl_c_at_any_moment_leaves_nothing(clone, temporary, what):
    mark = uuid.uuid4().hex
    clone.add("processes/idea", BUSY.replace("NAME", mark), ["main    │ up"])
    assert clone("record", "idea")[0] == 0
    started = time.monotonic()
    assert clone(what, "idea")[0] == 0
    life = time.monotonic() - started
    paths = [clone.path(f"processes/idea{end}.out") for end in ("", ".fork")]
    new = [path.read_bytes() for path in paths]
    old = new if what == "check" else [text.replace(b"up", b"down") for text in new]
    for _ in range(8):
        for path, text in zip(paths, old, strict=True):
            path.write_bytes(text)
        files = set(clone.path("processes").iterdir())
        moment = random.uniform(0, life)
        with clone.started(what, "idea", TMPDIR=str(temporary)) as running:
            time.sleep(moment)
            running.send_signal(signal.SIGINT)
            told = "".join(running.communicate())
        told = f"status {running.returncode}, stopped after {moment:.3f} s: {told}"
        # A shell calls the last one 130 too; Python itself, before it has begun, may end with 1.
        if running.returncode not in (0, 130, -signal.SIGINT):
            assert "KeyboardInterrupt" in told, told
            assert "__main__.py" not in told, told
        assert list(temporary.iterdir()) == [], told
        assert set(clone.path("processes").iterdir()) == files, told
        assert [path.read_bytes() for path in paths] in (old, new), told
        assert str(temporary) not in " ".join(map(environ, Path("/proc").glob("[0-9]*"))), told
        names = clone.path("processes/names").read_text("utf-8").split()
        assert [name for name in names if (SHM / name).exists()] == [], told
        assert list(SHM.glob(f"{mark}*")) == [], told


def test_a_stop_is_not_lost_when_something_else_fails_meanwhile():
    async def fails():
        try:
            await asyncio.sleep(60)
        finally:
            raise Unlike("another run")

    async def work():
        signal.raise_signal(signal.SIGINT)
        await together([fails()])

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            do(work())
    finally:
        signal.signal(signal.SIGINT, before)


MEET = '''\
"""Waits until another command runs its like."""
import os
import pathlib
import time

here = pathlib.Path(__file__).parent
(here / f"up-{os.getppid()}").touch()
while len(list(here.glob("up-*"))) < 2:
    time.sleep(0.01)
print("NAME")
'''


@pytest.mark.parametrize(
    ("several", "statuses"),
    [
        (["check left", "check left"], [0, 0]),
        (["check left", "check right"], [0, 1]),
        (["check left", "record right"], [0, 0]),
        (["record left", "record right"], [0, 0]),
    ],
)
def test_two_commands_side_by_side_keep_apart(clone, several, statuses):
    names = ("left", "right")
    for name in names:
        clone.add(f"processes/{name}", MEET.replace("NAME", name), ["main    │ left"])
    files = set(clone.path("processes").iterdir())
    running = [clone.started(*each.split()) for each in several]
    told = ["".join(each.communicate()) for each in running]
    assert [each.returncode for each in running] == statuses, told
    for each, text in zip(several, told, strict=True):
        (other,) = set(names) - set(each.split())
        assert f"processes.{other}" not in text
        assert "Traceback" not in text
    left = {path for path in clone.path("processes").iterdir() if not path.match("up-*")}
    assert left == files
    recorded = clone.path("processes/right.out").read_text("utf-8").splitlines()[1:]
    assert recorded == ["main    │ right" if "record right" in several else "main    │ left"]


def room(size):
    """Let no file become longer than this, as on a disk that is nearly full."""

    def limit():
        interruptible()
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


TWO = '''\
"""An idea."""
import multiprocessing
print("new " * (5 if multiprocessing.get_start_method() == "fork" else 200))
'''


def test_without_room_recordings_stay_as_they_are(clone):
    """The shorter of two has room: it stays too."""
    clone.add("processes/idea", TWO, ["main    │ old"])
    before = {path: path.read_bytes() for path in clone.path("processes").glob("*.*")}
    clone.before = room(300)
    status, printed = clone("record", "idea")
    assert status == 2
    assert "idea.out: File too large; that file is as it was" in printed
    assert {path: path.read_bytes() for path in clone.path("processes").glob("*.*")} == before


def test_in_a_read_only_folder_recordings_stay_as_they_are(clone):
    clone.add("processes/idea", TWO, ["main    │ old"])
    before = {path: path.read_bytes() for path in clone.path("processes").glob("*.*")}
    clone.read_only("processes")
    status, printed = clone("record", "idea")
    assert status == 2
    assert "Permission denied; that file is as it was" in printed
    assert {path: path.read_bytes() for path in clone.path("processes").glob("*.*")} == before


@pytest.mark.parametrize("what", ["check", "record", "run"])
def test_without_room_for_temporary_files_nothing_is_run(clone, what):
    clone.before = room(0)
    status, printed = clone(what, "typed_name")
    assert status == 2
    assert "there is no room for temporary files" in printed
    assert "[func]" not in printed


@pytest.mark.parametrize("what", ["check", "record", "run"])
def test_where_sockets_have_too_long_paths_nothing_is_run(clone, what):
    folder = clone.path("") / ("long" * 20)
    folder.mkdir()
    clone.environment["TMPDIR"] = str(folder)
    status, printed = clone(what, "typed_name")
    assert status == 2
    assert f"ipcdocs: the temporary folder {folder} has too long a path" in printed
    assert "Set TMPDIR=/tmp" in printed
    assert "Mend the example" not in printed
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("what", ["check", "record", "run"])
def test_without_shared_memory_nothing_is_run(clone, what):
    """The folder in which it is looked for is another one, which nobody may write to."""
    folder = clone.path("shared")
    folder.mkdir()
    clone.edit("_recording/runs.py", 'SHM = Path("/dev/shm")', f"SHM = Path({str(folder)!r})")
    clone.read_only("shared")
    status, printed = clone(what, "typed_name")
    assert status == 2
    assert "ipcdocs: the programs cannot use shared memory: [Errno 13]" in printed
    assert "Mend the example" not in printed


@pytest.mark.parametrize("what", ["check", "record"])
def test_without_room_for_what_is_told_the_command_ends(clone, what):
    clone.edit("article/typed_name.out", "[func]", "[old]")
    before = clone.path("article/typed_name.out").read_bytes()
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*clone.start, what, "typed_name"],
            cwd=clone.folder,
            env=clone.environment,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert (done.returncode, done.stderr) == (2, "ipcdocs: [Errno 28] No space left on device\n")
    assert clone.path("article/typed_name.out").read_bytes() == before


def test_an_example_that_finds_no_room_is_a_failure(clone):
    text = (
        "from multiprocessing.shared_memory import SharedMemory\nSharedMemory(create=True, size=9)"
    )
    clone.add("processes/idea", f'"""An idea."""\n{text}\n', [])
    clone.before = room(4)
    status, printed = clone("check", "idea", "--start-method", "fork")
    assert status == 1
    assert "ended with exit status 1, not announced" in printed
    assert "OSError: [Errno 27] File too large" in printed


def test_another_folder_serves_if_the_temporary_one_cannot_be_written_to(clone):
    clone.path("temporary").mkdir()
    clone.read_only("temporary")
    clone.environment["TMPDIR"] = str(clone.path("temporary"))
    assert clone("check", "typed_name", "--start-method", "fork")[0] == 0


def test_ctrl_c_while_a_command_begins_shows_no_traceback(clone):
    started = clone.path("started")
    clone.edit(
        "_recording/runs.py", "import time\n", f"import time\nopen({str(started)!r}, 'w')\n"
    )
    clone.edit("_recording/runs.py", "'w')\n", "'w').close()\ntime.sleep(60)\n")
    with clone.started("check", "typed_name") as running:
        waited(running, started.exists)
        running.send_signal(signal.SIGINT)
        assert running.communicate() == ("", "")
    assert running.returncode == -signal.SIGINT
