"""What each process of a run does first: it is on ``PYTHONPATH``, so spawned ones do it too.

Standard output behaves as on a terminal (a line at a time, in each process). The chosen start
method becomes the platform's default. What the run makes in ``/dev/shm`` can be told from what
other programs make there. The private names are held by the tests on every supported Python.
"""

import io
import multiprocessing.context
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

PIECE = 65536
"""Bytes that are written at once: a datagram holds no more than about 200 kB."""


BURST = 0.005
"""Seconds: what is written within that time of a writing belongs to it."""

written = 0.0


def pause() -> None:
    """Sleep if this process is one of those that this run slows down, to try another order.

    ``IPCDOCS_SLOW`` is "bit value seconds"; main, who leads the session, is number 0.
    """
    if slow := os.environ.get("IPCDOCS_SLOW"):
        bit, value, seconds = slow.split()
        if (os.getpid() - os.getsid(0)) >> int(bit) & 1 == int(value):
            time.sleep(float(seconds))


def pause_before_burst() -> None:
    """Sleep like that, but not between the lines of one traceback."""
    global written
    if time.monotonic() - written > BURST:
        pause()
    written = time.monotonic()


class Descriptor(io.FileIO):
    """A standard stream whose writes are never too long for the socket behind it."""

    def write(self, data, /):  # type: ignore[no-untyped-def]
        """Write a piece; the caller comes again with the rest."""
        pause_before_burst()
        return super().write(memoryview(data)[:PIECE])


def terminal(number: int, errors: str, encoding: str = "utf-8") -> io.TextIOWrapper:
    """A text stream to this file descriptor that writes whenever a line ends."""
    descriptor = Descriptor(number, "w", closefd=False)
    descriptor.name = ("<stdin>", "<stdout>", "<stderr>")[number]  # as Python itself names them
    stream = io.TextIOWrapper(io.BufferedWriter(descriptor), encoding, errors, line_buffering=True)
    stream.mode = "w"  # type: ignore[misc]
    return stream


if method := os.environ.get("IPCDOCS_START_METHOD"):
    context = multiprocessing.context
    concrete = context._concrete_contexts[method]  # type: ignore[attr-defined]
    context._default_context._default_context = concrete  # type: ignore[attr-defined]

if folder := os.environ.get("IPCDOCS_RUN"):
    run = Path(folder)
    import _posixshmem  # type: ignore[import-not-found]

    with suppress(OSError):  # one that is closed stays None
        sys.stdout = sys.__stdout__ = terminal(1, "strict")  # type: ignore[misc]
    with suppress(OSError):
        sys.stderr = sys.__stderr__ = terminal(2, "backslashreplace")  # type: ignore[misc]

    own = multiprocessing.process.current_process()._config  # type: ignore[attr-defined]
    own["semprefix"] = f"/{run.name}"
    shm_open = _posixshmem.shm_open

    def noted_shm_open(path: str, flags: int, mode: int = 0o777) -> int:
        """Open shared memory, and note its name for the end of the run if it may be new."""
        if flags & os.O_CREAT:
            with suppress(OSError), (run / "segments").open("a") as notes:
                notes.write(f"{path}\n")
        return shm_open(path, flags, mode=mode)

    _posixshmem.shm_open = noted_shm_open
    os.register_at_fork(after_in_child=pause)
    pause()
