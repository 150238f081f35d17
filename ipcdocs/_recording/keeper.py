"""What happens to a run whose observer is killed: it is ended, and what it left is removed.

A process that is killed by SIGKILL can do nothing more itself. So each observer has a keeper, a
process that does nothing but wait until the observer is gone. Where the keeper is killed too, the
next observer finds the folders of the dead.
"""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from .basics import PACKAGE
from .runs import Run, end, leftovers

PREFIX = "ipcdocs-"
OWNER = "owner"
"""The file in a run's folder that says which process observes it."""
MAIN = "main"
"""The file in a run's folder that has the pid of its main process."""

WAIT = """
import sys
kept = set()
for line in sys.stdin:
    (kept.add if line[0] == "+" else kept.discard)(line[1:-1])
if kept:
    sys.path.insert(0, sys.argv[1])
    from ipcdocs._recording import keeper
    for folder in kept:
        keeper.clear(folder)
"""

keeping: dict[int, "subprocess.Popen[str]"] = {}
"""The keeper of this process, by its pid: a fork has none."""
cleared: set[int] = set()
"""Whether this process has looked for the folders of the dead: then it has its pid."""


def identity(pid: int) -> str:
    """What tells a process from all others on the machine: boot, namespace, pid, start.

    Raises:
        OSError: there is no such process.
    """
    boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    space = Path("/proc/self/ns/pid").stat().st_ino
    begun = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[19].decode()
    return f"{boot} {space} {pid} {begun}"


def dismiss() -> None:
    """Let the keeper end, at the end of this process."""
    if mine := keeping.pop(os.getpid(), None):
        with suppress(OSError, subprocess.TimeoutExpired):
            mine.communicate(timeout=10)


def tell(line: str) -> None:
    """Tell the keeper; one that was killed is not missed, as the next observer clears up."""
    own = os.getpid()
    if own not in keeping:
        keeping[own] = subprocess.Popen(
            [sys.executable, "-ISc", WAIT, str(PACKAGE.parent)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd="/",
            env={},
            start_new_session=True,
        )
        atexit.register(dismiss)
    pipe = keeping[own].stdin
    assert pipe
    with suppress(OSError):
        pipe.write(f"{line}\n")
        pipe.flush()


def keep(folder: str) -> None:
    """From now on, clear this folder if this process is killed."""
    with suppress(OSError):  # without room the run will say so
        Path(folder, OWNER).write_text(identity(os.getpid()))
    tell(f"+{folder}")


def note(run: Run) -> None:
    """Note the main process, which leads a session."""
    with suppress(OSError):
        Path(run.folder, MAIN).write_text(identity(run.main))


def release(folder: str) -> None:
    """This folder is cleared by this process itself."""
    tell(f"-{folder}")


def clear(folder: str) -> None:
    """End the processes of a run, and remove what it left and its folder."""
    run = Run(folder=folder)
    with suppress(OSError, ValueError, IndexError):
        main = Path(folder, MAIN).read_text()
        pid = int(main.split()[2])
        # Its session may live on without it, but not if another process has its pid.
        if not Path(f"/proc/{pid}").exists() or identity(pid) == main:
            run.main = pid
    end(run)
    leftovers(run)
    shutil.rmtree(folder, ignore_errors=True)


def clear_dead() -> None:
    """Clear the folders of observers that are no more; once in each process."""
    if os.getpid() in cleared:
        return
    cleared.add(os.getpid())
    try:
        folders = list(Path(tempfile.gettempdir()).glob(f"{PREFIX}*"))
    except OSError:  # there is no room: the run will say so
        return
    for folder in folders:
        with suppress(OSError, ValueError, IndexError):
            if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
                continue
            owner = (folder / OWNER).read_text()
            boot, space, pid, _ = owner.split()
            here = identity(os.getpid()).split()
            if boot != here[0]:
                shutil.rmtree(folder, ignore_errors=True)  # whatever it had has gone with that
            elif space == here[1] and not runs_still(owner, int(pid)):
                clear(str(folder))


def runs_still(owner: str, pid: int) -> bool:
    """Whether the process that this identity describes is there."""
    try:
        return identity(pid) == owner
    except OSError:
        return False
