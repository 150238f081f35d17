"""What a run printed, compared with a recording."""

import difflib
from collections.abc import Sequence
from pathlib import Path

from .basics import METHODS, VERSIONS
from .examples import Example
from .transcript import Transcript, always_fixed, read


class Unlike(Exception):
    """An example does not do what its recording says, or not the same twice."""


def command(example: Example, path: Path) -> str:
    """The command that prints what this recording holds."""
    cells = [(method, version) for method in METHODS for version in VERSIONS]
    served = {method for method, version in cells if example.recording(method, version) == path}
    return command_for(example, [method for method in METHODS if method in served])


def command_for(example: Example, methods: Sequence[str]) -> str:
    if len(methods) == len(METHODS):
        return example.command
    return f"python -m ipcdocs run {example.name} --start-method {methods[0]}"


def differences(old: str, new: str, name: str, now: str) -> str:
    """A unified diff from a recording to what was printed now."""
    rows = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), name, now, n=2
    )
    return "".join(
        row if row.endswith("\n") else f"{row}\n\\ no newline at the end\n" for row in rows
    )


def compare_output(example: Example, path: Path, now: Transcript) -> None:
    """Compare a run with a recording.

    Raises:
        Unlike: they differ, or the file is no recording.
    """
    mend = f"python -m ipcdocs record {example.name}"
    try:
        recorded = read(path)[1]
    except ValueError as error:
        raise Unlike(f"{error}. To make it anew: {mend}") from None
    old = path.read_bytes().decode()
    new = now.promising(recorded.fixed_keys()).text(command(example, path))
    if old != new:
        diff = differences(old, new, f"{path.name} (recorded)", "printed now")
        raise Unlike(
            f"the output differs from {path.name}.\n{diff}If the new output is right: "
            f"{mend}, then see that the pages still say so"
        )


def compare_order(example: Example, path: Path, seen: Sequence[Transcript], last: bool) -> bool:
    """Whether these runs show each free line of a recording in several places, and no other.

    Args:
        last: there will be no other runs that may yet show it.

    Raises:
        Unlike: a line moved whose place is promised, or, if ``last``, a free one did not.
    """
    mend = f"To see and mend: python -m ipcdocs record {example.name}"
    try:
        recorded = read(path)[1]
    except ValueError as error:
        raise Unlike(f"{error}. {mend}") from None
    promised = recorded.fixed_keys()
    if any(one.by_writer() != recorded.by_writer() for one in seen):
        raise Unlike(f"it prints something else when some of its processes are slow. {mend}")
    fixed = always_fixed([recorded, *seen])
    if moved := promised - fixed:
        writer, n = min(moved)
        raise Unlike(
            f"{path.name} promises the place of line {n + 1} of {writer}, but the line "
            f"changes places when some processes are slow. {mend}"
        )
    if last and fixed != promised:
        writer, n = min(fixed - promised)
        raise Unlike(
            f"{path.name} says that line {n + 1} of {writer} may change places, "
            f"but it never does. {mend}"
        )
    return fixed == promised
