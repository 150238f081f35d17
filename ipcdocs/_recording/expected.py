"""What an example announces in its line ``# Expected: …``: how it may end, and what it may do."""

import re
import signal
from dataclasses import dataclass

from .basics import VERSIONS, Misuse, Version

ITEM = re.compile(
    r"run (?P<way>as a script|from standard input|with -c)|(?P<stderr>stderr)"
    r"|exit status (?P<status>\d+(?: or \d+)*)"
    rf"|killed by (?P<signal>{'|'.join(signal.Signals.__members__)})|at most (?P<limit>\d+) s"
    r"|still running after (?P<still>\d+) s|(?P<word>\w+) from (?P<low>\d+) to (?P<high>\d+)"
    r"|Python 3\.(?P<minor>\d+)(?:\.(?P<micro>\d+))? or later"
    r"|not Python (?P<release>3\.\d+\.\d+)|(?P<repeats>repeats for ever)"
    r"|(?P<silent>prints nothing)"
)


@dataclass(frozen=True)
class Range:
    """After ``word``, a number may be any from ``low`` to ``high``, and is not recorded."""

    word: str
    low: int
    high: int

    @property
    def name(self) -> str:
        """What stands for the number in a recording."""
        return f"<{self.low}…{self.high}>"


@dataclass(frozen=True)
class Expected:
    """What a run may do beyond a quiet exit status 0.

    ``statuses`` are return codes as in ``subprocess`` (-9: killed by signal 9), ``limit`` is in
    seconds, ``way`` is how Python gets the program if not by ``python -m`` (as in "with -c"),
    ``versions`` are the Pythons that the example is for; of the first of them only releases from
    ``micro`` on, and ``excepted`` are single releases that it is not for. ``still`` means that it
    never ends: for so many seconds no process of it does anything, and then it is stopped.
    ``repeats`` means that new processes write the same over and over, until it is stopped, and
    ``silent`` that under some start method it may print nothing.
    """

    statuses: frozenset[int] = frozenset({0})
    stderr: bool = False
    way: str = ""
    limit: float = 30
    still: float | None = None
    ranges: tuple[Range, ...] = ()
    versions: tuple[Version, ...] = VERSIONS
    micro: int = 0
    excepted: frozenset[str] = frozenset()
    repeats: bool = False
    silent: bool = False

    @property
    def endless(self) -> bool:
        """Whether some run of it has to be stopped."""
        return self.still is not None or self.repeats

    def holds_on(self, release: str) -> bool:
        """Whether the example is for this release, as in "3.14.2"."""
        major, minor, micro = (int(part) for part in re.findall(r"\d+", release)[:3])
        if (major, minor) not in self.versions or release in self.excepted:
            return False
        return (major, minor) != self.versions[0] or micro >= self.micro

    @classmethod
    def read(cls, source: str, name: str) -> "Expected":
        """Read the line ``# Expected: stderr, exit status 1.`` of an example.

        Raises:
            Misuse: the line has a part that is not known.
        """
        lines = re.findall(r"^# Expected: (.*)$", source, re.MULTILINE)
        if not lines:
            return cls()
        statuses: set[int] = set()
        stderr, way, limit, still = False, "", cls.limit, cls.still
        ranges: list[Range] = []
        versions: tuple[Version, ...] = VERSIONS
        micro, excepted, repeats, silent = 0, set[str](), False, False
        for part in ", ".join(line.rstrip(".") for line in lines).split(", "):
            item = ITEM.fullmatch(part)
            if not item:
                raise Misuse(
                    f"{name}: '# Expected: ' does not know {part!r}; it knows 'stderr', "
                    "'run as a script', 'run from standard input', 'run with -c', "
                    "'exit status 1', 'exit status 0 or 1', "
                    "'killed by SIGKILL', 'still running after 2 s', 'total from 1 to 9', "
                    "'repeats for ever', 'prints nothing', 'at most 5 s', 'Python 3.14 or later', "
                    "'Python 3.13.8 or later', 'not Python 3.14.0'"
                )
            stderr = stderr or item["stderr"] is not None
            way = item["way"] or way
            if item["status"]:
                statuses |= {int(number) for number in item["status"].split(" or ")}
            if item["signal"]:
                statuses.add(-signal.Signals[item["signal"]])
            if item["limit"]:
                limit = float(item["limit"])
            if item["still"]:
                still = float(item["still"])
            if item["word"]:
                ranges.append(Range(item["word"], int(item["low"]), int(item["high"])))
            if item["minor"]:
                versions = tuple(v for v in versions if v >= (3, int(item["minor"])))
                micro = int(item["micro"] or 0)
            if item["release"]:
                excepted.add(item["release"])
            repeats = repeats or item["repeats"] is not None
            silent = silent or item["silent"] is not None
        if not versions:
            raise Misuse(f"{name}: '# Expected: ' leaves no Python from 3.11 to 3.15")
        ends = frozenset(statuses or ({0} if still is None and not repeats else ()))
        return cls(
            ends,
            stderr,
            way,
            limit,
            still,
            tuple(ranges),
            versions,
            micro,
            frozenset(excepted),
            repeats,
            silent,
        )
