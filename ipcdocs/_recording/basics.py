"""What everything here rests on: Pythons, start methods, and what is misuse."""

import multiprocessing
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
Version = tuple[int, int]
METHODS = ("fork", "spawn", "forkserver")
VERSIONS = ((3, 11), (3, 12), (3, 13), (3, 14), (3, 15))


def dotted(version: Version) -> str:
    """As in "3.14"."""
    return "{}.{}".format(*version)


def methods_here() -> list[str]:
    """The start methods that this platform has."""
    here = multiprocessing.get_all_start_methods()
    return [method for method in METHODS if method in here]


class Misuse(Exception):
    """Something was asked for that cannot be done; the message says what can be."""


class Unfit(Misuse):
    """This machine cannot run any example, as it is now; the message says why and what to do."""
