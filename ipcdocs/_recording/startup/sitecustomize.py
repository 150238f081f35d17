"""What each process of a run does first: it is on ``PYTHONPATH``, so spawned ones do it too.

Standard output behaves as on a terminal (a line at a time, in each process). The chosen start
method becomes the platform's default. Segments and semaphores can be told from other programs'.
"""

import io
import multiprocessing.context
import os
import sys
import time

# So much of one write goes out at once: a datagram holds no more than about 200 kB.
PIECE = 65536


def pause() -> None:
    """Sleep if this process is one of those that this run slows down, to try another order.

    ``IPCDOCS_SLOW`` is "bit value seconds"; main, who leads the session, is number 0.
    """
    if slow := os.environ.get("IPCDOCS_SLOW"):
        bit, value, seconds = slow.split()
        if (os.getpid() - os.getsid(0)) >> int(bit) & 1 == int(value):
            time.sleep(float(seconds))


class Descriptor(io.FileIO):
    """A standard stream whose writes are never too long for the socket behind it."""

    def write(self, data, /):
        pause()
        return super().write(memoryview(data)[:PIECE])


def terminal(number: int, errors: str) -> io.TextIOWrapper:
    raw = io.BufferedWriter(Descriptor(number, "w", closefd=False))
    return io.TextIOWrapper(raw, "utf-8", errors, line_buffering=True)


if method := os.environ.get("IPCDOCS_START_METHOD"):
    context = multiprocessing.context
    context._default_context._default_context = context._concrete_contexts[method]

if run := os.environ.get("IPCDOCS_RUN"):
    import _posixshmem

    sys.stdout = sys.__stdout__ = terminal(1, "strict")
    sys.stderr = sys.__stderr__ = terminal(2, "backslashreplace")

    names = multiprocessing.process.current_process()._config
    names["semprefix"] = f"/{os.path.basename(run)}"
    shm_open = _posixshmem.shm_open

    def noted_shm_open(path, flags, mode=0o777):
        if flags & os.O_CREAT:
            with open(f"{run}/segments", "a") as notes:
                notes.write(f"{path}\n")
        return shm_open(path, flags, mode=mode)

    _posixshmem.shm_open = noted_shm_open
    os.register_at_fork(after_in_child=pause)
    pause()
