"""The ways of starting a program: what Python is given, where it runs, and what it sees."""

import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from .basics import PACKAGE, Misuse

STARTUP = Path(__file__).with_name("startup")


def environment(method: str, package: Path = PACKAGE) -> dict[str, str]:
    """Variables that make ``method`` the default start method of a Python started with them.

    Raises:
        Misuse: the package is where PYTHONPATH cannot name it.
    """
    if os.pathsep in f"{package}{STARTUP}":
        raise Misuse(
            f"programs cannot be run below {package}: there is a {os.pathsep!r} in its path"
        )
    return {
        "PYTHONPATH": os.pathsep.join(map(str, (STARTUP, package.parent))),
        "IPCDOCS_START_METHOD": method,
    }


def interruptible() -> None:
    """Do not ignore Ctrl-C, as what is started in the background of a shell script does."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@dataclass(frozen=True)
class Program:
    """A program as the checks run it: in an empty folder, with an environment from scratch.

    ``arguments`` is what comes after ``python``, ``method`` the start method (None leaves
    Python's own), ``python`` the interpreter, ``stdin`` the file, or its descriptor, that is its
    standard input, ``package`` what is imported as ``ipcdocs``, and ``slow`` which processes to
    slow down, as ``startup`` reads it.
    """

    arguments: Sequence[str]
    method: str | None
    python: str = sys.executable
    stdin: Path | int = Path(os.devnull)
    package: Path = PACKAGE
    slow: str = ""

    apart: ClassVar[bool] = True
    """Whether it gets a session of its own, away from the terminal."""

    def folder(self, run: str) -> Path | None:
        """Where it runs, None for where this process does; ``run`` is the folder of the run."""
        return Path(run, "tmp")

    def variables(self, run: str) -> dict[str, str]:
        """Its environment."""
        home = str(Path(run, "tmp"))
        return {
            "PATH": os.defpath,
            "LANG": "C.UTF-8",
            "HOME": home,
            "TMPDIR": home,
            "PYTHONDONTWRITEBYTECODE": "1",
            "IPCDOCS_RUN": run,
            "IPCDOCS_SLOW": self.slow,
            **environment(self.method or "", self.package),
        }

    def prepare(self) -> None:
        """What the new process does before it becomes the program."""
        interruptible()

    def collect(self, run: str) -> None:
        """What is done with the folder of a run before it is removed."""
