"""What each process of a reader's program does first: it is on ``PYTHONPATH``.

The program is to notice nothing of it: what it prints, reads, opens and starts is its own. It
works on every Python from 3.8 on. ``IPCDOCS_NOTES`` is the folder for what is noted here.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Any

HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120
sys.path[:] = [each for each in sys.path if os.path.abspath(each) != HERE]  # noqa: PTH100


def execute(name: str, path: str) -> Any:
    """Execute a file as the module of this name."""
    import importlib.util

    spec = importlib.util.spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def begin() -> None:
    """Prepare this process."""
    streams: tuple[Any, Any] = sys.stdout, sys.stderr
    folder = os.path.join(os.path.dirname(os.path.dirname(HERE)), "_recording", "startup")  # noqa: PTH118, PTH120
    recording = execute("_ipcdocs_startup", os.path.join(folder, "sitecustomize.py"))  # noqa: PTH118
    if os.environ.get("IPCDOCS_RUN"):
        terminals = os.environ.get("IPCDOCS_TERMINAL", "")
        for number, old in zip((1, 2), streams):  # noqa: B905
            if old is None:  # it was closed
                new = None
            else:
                new = recording.terminal(number, old.errors, old.encoding)
                new.reconfigure(write_through=old.write_through)
                if str(number) in terminals:
                    new.buffer.raw.isatty = lambda: True
            name = ("stdout", "stderr")[number - 1]
            setattr(sys, name, new)
            setattr(sys, f"__{name}__", new)
        if terminals:
            show_terminals(terminals)
    if os.environ.get("IPCDOCS_NOTES"):
        execute("_ipcdocs_notes", os.path.join(HERE, "notes.py"))  # noqa: PTH118
        if os.environ.get("IPCDOCS_CAUSES"):
            execute("_ipcdocs_causes", os.path.join(HERE, "causes.py"))  # noqa: PTH118


def show_terminals(terminals: str) -> None:
    """Let the streams that are shown on a terminal be one to those who ask for it."""
    real = os.isatty
    numbers = {int(each) for each in terminals}
    here = {}
    for number in numbers:
        with contextlib.suppress(OSError):  # closed
            here[number] = os.fstat(number).st_ino

    def isatty(fd: int) -> bool:
        if fd in numbers:
            try:
                return os.fstat(fd).st_ino == here.get(fd) or real(fd)
            except OSError:
                return False
        return real(fd)

    os.isatty = isatty


def go_on() -> None:
    """Let the reader's own sitecustomize have its turn, if there is one."""
    import importlib.machinery

    spec = importlib.machinery.PathFinder.find_spec("sitecustomize", sys.path)
    if spec and spec.origin:
        execute("sitecustomize", spec.origin)


begin()
go_on()
