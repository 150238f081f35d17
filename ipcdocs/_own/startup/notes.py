"""What a process of a reader's program notes for the end of the run: its pid, and what it makes.

Each note is one line of JSON, written at once, so that those of several processes do not mix.
Nothing that goes wrong here may be seen by the program.
"""

from __future__ import annotations

import json
import os
import sys
from _thread import _local
from collections.abc import Callable
from typing import Any

FOLDER = os.environ["IPCDOCS_NOTES"]
NOTES = os.path.join(FOLDER, "notes")  # noqa: PTH118
state = _local()


def note(kind: str, **what: Any) -> None:
    """Write a line; in a folder that is gone, nothing."""
    before, state.busy = getattr(state, "busy", False), True
    try:
        line = json.dumps({"kind": kind, "pid": os.getpid(), **what}) + "\n"
        number = os.open(NOTES, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(number, line.encode())
        finally:
            os.close(number)
    except Exception:
        pass
    finally:
        state.busy = before


def note_file(path: Any) -> None:
    """Note that a file is about to be made, unless it is there or of no interest."""
    if isinstance(path, (str, bytes)):
        name = os.path.abspath(os.fsdecode(path))  # noqa: PTH100
        ours = name.startswith((FOLDER, "/dev/", "/proc/"))
        if not ours and "__pycache__" not in name and not os.path.lexists(name):
            note("file", path=name)


def heed(event: str, arguments: tuple[Any, ...]) -> None:
    """Look at what Python is about to do."""
    if event not in MAKING or getattr(state, "busy", False):
        return
    state.busy = True
    try:
        path = MAKING[event](arguments)
        if path is not None:
            note_file(path)
    except Exception:
        pass
    finally:
        state.busy = False


MAKING: dict[str, Callable[[tuple[Any, ...]], Any]] = {
    "open": lambda a: a[0] if isinstance(a[2], int) and a[2] & os.O_CREAT else None,
    "os.mkdir": lambda a: a[0],
    "os.rename": lambda a: a[1],
    "os.link": lambda a: a[1],
    "os.symlink": lambda a: a[1],
    "socket.bind": lambda a: a[1] if isinstance(a[1], str) and a[1][:1] != "\0" else None,
    "sqlite3.connect": lambda a: a[0],
}

note("process", parent=os.getppid())
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=lambda: note("process", parent=os.getppid()))
if hasattr(sys, "addaudithook"):
    sys.addaudithook(heed)
