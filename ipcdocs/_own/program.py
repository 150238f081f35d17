"""A reader's own program: which one it is, and how it is started so that it notices nothing."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from .._recording.basics import PACKAGE, Misuse
from .._recording.programs import Program
from .notes import Notes

STARTUP = Path(__file__).with_name("startup")
OURS = (
    "IPCDOCS_START_METHOD",
    "IPCDOCS_SLOW",
    "IPCDOCS_RUN",
    "IPCDOCS_TERMINAL",
    "IPCDOCS_CAUSES",
)
PROGRAMS = (".py", ".pyw", ".pyz", ".zip")


def is_own(word: str, package: Path = PACKAGE) -> bool:
    """Whether a word of the command line names a file of the reader's, there or not."""
    path = Path(word)
    if word.startswith((".", "~")) or path.is_absolute():
        return not inside(path, package)
    if path.is_file() or (path / "__main__.py").is_file():
        named = path.suffix in PROGRAMS or len(path.parts) > 1
        return named and not inside(path, package)
    return False


def inside(path: Path, package: Path) -> bool:
    """Whether a path leads to a file of the package's folders of examples."""
    parts = path.resolve().parts[len(package.parts) :]
    return path.is_file() and path.resolve().is_relative_to(package) and parts[0][0] != "_"


def found(words: Sequence[str]) -> list[str]:
    """What Python is started with, for a file or a folder, or for ``-m`` and a module.

    Raises:
        Misuse: there is no such file.
    """
    first, *_ = words
    if first == "-m":
        if len(words) == 1:
            raise Misuse("-m needs the name of a module, as in -m package.module")
        return list(words)
    if not Path(first).exists():
        raise Misuse(f"there is no file {first!r} in {Path.cwd()}")
    if Path(first).is_dir() and not Path(first, "__main__.py").is_file():
        raise Misuse(f"{first!r} is a folder without a __main__.py: name a file in it")
    return list(words)


def interpreter(name: str | None) -> str:
    """The path of a Python, by its path or its name; the running one if none is named.

    Raises:
        Misuse: there is none, or it is older than the programs' start allows.
    """
    if name is None:
        return sys.executable
    path = shutil.which(name)
    if path is None:
        raise Misuse(f"there is no Python {name!r}: give its path, or a name that PATH knows")
    tell = "import sys; print(*sys.version_info[:2])"
    try:
        answer = subprocess.run(
            [path, "-Sc", tell], capture_output=True, text=True, stdin=subprocess.DEVNULL
        )
        version = tuple(int(part) for part in answer.stdout.split())
    except (OSError, ValueError):
        version = ()
    if len(version) != 2:
        raise Misuse(f"{path} is no Python that runs")
    if version < (3, 8):
        raise Misuse(f"{path} is Python {version[0]}.{version[1]}; 3.8 or later can be watched")
    return path


def shown(arguments: Iterable[str]) -> str:
    """A command line as a shell takes it."""
    import shlex

    return shlex.join(arguments)


@dataclass(frozen=True)
class OwnProgram(Program):
    """A program in the reader's folder, with the reader's environment, input and terminal.

    ``method`` None leaves the start method to the program. ``causes`` is whether its processes
    note what may explain a difference. ``terminals`` are the numbers of the streams that are to
    look like a terminal, as in "12". ``mask`` are the signals that are blocked in it.
    """

    causes: bool = False
    terminals: str = ""
    mask: frozenset[int] | None = None
    notes: Notes = field(default_factory=Notes, compare=False)

    apart: ClassVar[bool] = False

    def folder(self, run: str) -> Path | None:
        """Where the reader is."""
        return None

    def variables(self, run: str) -> dict[str, str]:
        """The reader's, and what ``startup`` reads."""
        return {
            **own_environment(self.method, run, self.causes, self.terminals),
            "IPCDOCS_RUN": run,
        }

    def prepare(self) -> None:
        """Let signals through again, and leave the rest as it is."""
        if self.mask is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, self.mask)

    def collect(self, run: str) -> None:
        """Keep what the processes have noted."""
        self.notes.read(Path(run))


def own_environment(
    method: str | None, notes: str, causes: bool = False, terminals: str = ""
) -> dict[str, str]:
    """The reader's environment with as few variables more as can be.

    Raises:
        Misuse: the package is where PYTHONPATH cannot name it.
    """
    if os.pathsep in str(STARTUP):
        raise Misuse(
            f"programs cannot be watched from {STARTUP}: there is a {os.pathsep!r} in its path"
        )
    variables = {name: value for name, value in os.environ.items() if name not in OURS}
    theirs = [variables["PYTHONPATH"]] if variables.get("PYTHONPATH") else []
    variables["PYTHONPATH"] = os.pathsep.join([str(STARTUP), *theirs])
    variables["IPCDOCS_NOTES"] = notes
    if method:
        variables["IPCDOCS_START_METHOD"] = method
    if causes:
        variables["IPCDOCS_CAUSES"] = "1"
    if terminals:
        variables["IPCDOCS_TERMINAL"] = terminals
    return variables
