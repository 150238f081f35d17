"""What came of a run, its processes, and what it left behind, told from other programs'."""

import os
import re
import signal
import time
from collections import Counter
from collections.abc import Set
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

SHM = Path("/dev/shm")
SAME = 3
"""Processes that have written the same before it is believed that more of them will."""


@dataclass(frozen=True)
class Said:
    """A line, its writer's pid, and whether it went to standard error."""

    pid: int
    stderr: bool
    text: str


@dataclass
class Run:
    """What came of a run.

    ``status`` is a return code as in ``subprocess``. ``mouths`` are the sockets that its standard
    output and error were, as in ``socket:[123]``. ``still`` is set when the run was stopped
    because for so many seconds none of its processes had done anything, ``repeated`` when it was
    because so many of them had written the same. ``seconds`` is how long the run took, from its
    start to the end of its main process. ``folder`` is where it ran, ``package`` the folder of
    the examples. ``others`` are the processes that were there before it. ``writers`` are the pids
    that wrote, in the order in which they first did. ``left`` are the processes that it left
    behind, with their command lines.
    """

    main: int = 0
    status: int = 0
    said: list[Said] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    folder: str = ""
    package: str = "ipcdocs"
    mouths: Set[str] = frozenset()
    still: float | None = None
    repeated: int = 0
    seconds: float = 0
    others: Set[int] = frozenset()
    writers: dict[int, None] = field(default_factory=dict)
    left: dict[int, str] = field(default_factory=dict)

    @property
    def stopped(self) -> bool:
        """Whether it had to be stopped, as it would not end."""
        return self.still is not None or self.repeated > 0

    @property
    def ending(self) -> str:
        """How it ended; nothing for exit status 0."""
        if self.repeated:
            return again(self.repeated)
        return ending(self.status) if self.still is None else never(self.still)


def ending(status: int) -> str:
    """How a return code is told; nothing for 0."""
    if status < 0:
        names = {each.value: each.name for each in signal.Signals}
        return f"killed by {names.get(-status, f'signal {-status}')}"
    return f"exit status {status}" if status else ""


def never(seconds: float) -> str:
    """How it is told that a run does not end."""
    return f"still running after {seconds:g} s"


def again(times: int) -> str:
    """How it is told that new processes write the same over and over."""
    return f"still running: {times} processes have written the same"


def numberless(text: str) -> str:
    """The text without the number of a pool's worker."""
    return re.sub(r"(?<=PoolWorker-)\d+", "…", text)


Text = tuple[tuple[bool, str], ...]
"""What a process wrote: for each line whether to standard error, and the line without numbers.

Frames of tracebacks have handles in them, and names of workers their count.
"""


def texts(run: Run) -> dict[int, Text]:
    """What each process but main has written until now."""
    found: dict[int, Text] = {}
    for one in run.said:
        if one.pid != run.main:
            found[one.pid] = (*found.get(one.pid, ()), (one.stderr, re.sub(r"\d+", "…", one.text)))
    return found


def repetition(run: Run, ended: Set[int], most: int = SAME) -> Text:
    """What ``most`` of these processes have written alike, or nothing."""
    alike = Counter(text for pid, text in texts(run).items() if pid in ended)
    return next((text for text, times in alike.items() if times >= most), ())


def once(run: Run, text: Text) -> list[Said]:
    """What was written, but of the processes that wrote this, or the beginning of it, one only."""
    same = [pid for pid, begun in texts(run).items() if begun == text[: len(begun)]]
    first = next(pid for pid in same if texts(run)[pid] == text)
    left_out = set(same) - {first}
    return [replace(one, text=numberless(one.text)) for one in run.said if one.pid not in left_out]


def has_ended(pid: int) -> bool:
    """Whether a process is gone, or only waits for its parent to hear of its end."""
    try:
        return status(Path(f"/proc/{pid}"))[0] in "ZX"
    except OSError:
        return True


def writes_to(entry: Path, mouths: Set[str]) -> bool:
    """Whether a process has one of these sockets as standard output or error."""
    for number in (1, 2):
        with suppress(OSError):
            if str((entry / f"fd/{number}").readlink()) in mouths:
                return True
    return False


def alive(run: Run) -> dict[int, str]:
    """The run's processes, wherever they went, with their command lines.

    They have its session, its variable in their environment, or write to its sockets: the first
    is lost by ``setsid``, the second cannot be read while a process begins another program, and
    both can be lost by one that is begun with another environment.

    What is started by a process that ends during the look is not seen, so an empty result
    is looked at twice.
    """
    return look(run) or look(run)


def processes() -> frozenset[int]:
    """The pids of all processes."""
    return frozenset(int(each.name) for each in Path("/proc").glob("[0-9]*"))


def look(run: Run) -> dict[int, str]:
    """The run's processes that one look at all processes finds.

    Those that were there before it are not looked at, until their pid has been free.
    """
    mark = f"IPCDOCS_RUN={run.folder}".encode()
    found = {}
    every = processes()
    run.others &= every
    for entry in (Path(f"/proc/{pid}") for pid in every - run.others):
        try:
            state, session = status(entry)
            same = run.main == session != 0 and state not in "ZX"
            same = same or mark in (entry / "environ").read_bytes().split(b"\0")
            if same or writes_to(entry, run.mouths):
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ")
                found[int(entry.name)] = command.decode("utf-8", "replace").strip()
        except OSError:
            continue
    return found


def status(entry: Path) -> tuple[str, int]:
    """State and session of a process or thread, by its folder in /proc.

    Its name, which stands before them, may have any bytes.
    """
    state, _, _, session = (entry / "stat").read_bytes().rpartition(b")")[2].split()[:4]
    return state.decode(), int(session)


def activity(run: Run) -> frozenset[tuple[str, str]]:
    """What the threads of a run have done until now; empty while any of them is not asleep.

    That is their time on a processor, in ns, and the number of times that they got one: see
    Documentation/scheduler/sched-stats.rst of Linux. A thread that waits for a processor, or
    that a signal has stopped, is not asleep.
    """
    done = set()
    try:
        for pid in alive(run):
            for thread in Path(f"/proc/{pid}/task").iterdir():
                done.add((thread.name, (thread / "schedstat").read_text()))
                state, _ = status(thread)
                if state not in "SZ":
                    return frozenset()
    except OSError:  # one of them has just ended
        return frozenset()
    return frozenset(done)


def delays(run: Run) -> dict[str, tuple[float, float]]:
    """For each thread of a run that is there, the seconds that it worked and that it had to wait.

    It waits when it could work and has no processor. A kernel that does not count this has
    nothing here: see ``activity``.
    """
    found = {}
    for pid in look(run):
        with suppress(OSError):
            for thread in Path(f"/proc/{pid}/task").iterdir():
                with suppress(OSError, ValueError):
                    worked, waited, _ = (thread / "schedstat").read_text().split()
                    found[f"{pid} {thread.name}"] = int(worked) / 1e9, int(waited) / 1e9
    return found


def end(run: Run) -> None:
    """Kill what is left of a run; the resource tracker goes last, as it cleans up."""
    deadline = time.monotonic() + 2
    while left := alive(run):
        others = [pid for pid, command in left.items() if "resource_tracker" not in command]
        if others or time.monotonic() > deadline:
            for pid in others or left:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    continue
        time.sleep(0.005)


def segments(folder: str) -> list[Path]:
    """Shared memory and semaphores that the run made and that are still there."""
    notes = Path(folder, "segments")
    named = notes.read_text().split() if notes.exists() else []
    paths = [SHM / name.lstrip("/") for name in dict.fromkeys(named)]
    return [path for path in paths if path.exists()] + list(SHM.glob(f"sem.{Path(folder).name}-*"))


def leftovers(run: Run, remove: bool = True) -> list[str]:
    """Say what the run left, after its processes have ended, and remove it from ``/dev/shm``."""
    home = Path(run.folder, "tmp")
    found = segments(run.folder)
    for path in found if remove else ():
        path.unlink(missing_ok=True)
    for place, folders, _ in os.walk(run.folder):
        for each in (Path(place, name) for name in folders):
            if not each.is_symlink():
                each.chmod(0o700)
    files = [path.relative_to(home) for path in sorted(home.rglob("*"))]
    return [
        *(f"left {path} behind" for path in found),
        *(f"left {path} in the temporary folder" for path in files),
    ]
