"""The programs that the pages show, what they announce, and their recordings."""

import ast
import difflib
import os
import re
import signal
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
Version = tuple[int, int]
METHODS = ("fork", "spawn", "forkserver")
VERSIONS = ((3, 11), (3, 12), (3, 13), (3, 14), (3, 15))

VARIANT = re.compile(
    rf"(?:\.(?P<method>{'|'.join(METHODS)}))?(?:\.py(?P<major>3)(?P<minor>\d+))?\.out"
)
ITEM = re.compile(
    r"run (?P<way>as a script|from standard input|with -c)|(?P<stderr>stderr)"
    r"|exit status (?P<status>\d+(?: or \d+)*)"
    rf"|killed by (?P<signal>{'|'.join(signal.Signals.__members__)})|at most (?P<limit>\d+) s"
    r"|still running after (?P<still>\d+) s|(?P<word>\w+) from (?P<low>\d+) to (?P<high>\d+)"
    r"|Python 3\.(?P<minor>\d+)(?:\.(?P<micro>\d+))? or later"
    r"|not Python (?P<release>3\.\d+\.\d+)|(?P<repeats>repeats for ever)"
)


def dotted(version: Version) -> str:
    """As in "3.14"."""
    return "{}.{}".format(*version)


class Misuse(Exception):
    """Something was asked for that cannot be done; the message says what can be."""


class Unfit(Misuse):
    """This machine cannot run any example, as it is now; the message says why and what to do."""


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
    ``repeats`` means that new processes write the same over and over, until it is stopped.
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
        micro, excepted, repeats = 0, set[str](), False
        for part in ", ".join(line.rstrip(".") for line in lines).split(", "):
            item = ITEM.fullmatch(part)
            if not item:
                raise Misuse(
                    f"{name}: '# Expected: ' does not know {part!r}; it knows 'stderr', "
                    "'run as a script', 'run from standard input', 'run with -c', "
                    "'exit status 1', 'exit status 0 or 1', "
                    "'killed by SIGKILL', 'still running after 2 s', 'total from 1 to 9', "
                    "'repeats for ever', 'at most 5 s', 'Python 3.14 or later', "
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
        )


@dataclass(frozen=True)
class Variant:
    """A recording's file, and what it is for: None means every one.

    ``version`` is the first one, as (3, 14), and holds for those after it too.
    """

    path: Path
    method: str | None
    version: Version | None


def holding(variants: Iterable[Variant], method: str, version: Version) -> Path | None:
    """The first of these files that holds under this start method and Python, if one does."""
    for variant in variants:
        if variant.method in (None, method) and (variant.version or version) <= version:
            return variant.path
    return None


@dataclass(frozen=True)
class Example:
    """A program of the package: ``name`` is dotted, as in ``shared_memory.value``."""

    name: str
    path: Path

    @property
    def package(self) -> Path:
        """The package's folder."""
        return self.path.parents[self.name.count(".")]

    @property
    def arguments(self) -> list[str]:
        """What Python is started with."""
        match self.expected.way:
            case "as a script":
                return [str(self.path)]
            case "from standard input":
                return []
            case "with -c":
                return ["-c", self.source]
        return ["-m", f"ipcdocs.{self.name}"]

    @property
    def stdin(self) -> Path:
        """What Python is given to read."""
        return self.path if self.expected.way == "from standard input" else Path(os.devnull)

    @property
    def command(self) -> str:
        """What a reader types in a clone."""
        path = self.path.relative_to(self.package.parent).as_posix()
        match self.expected.way:
            case "as a script":
                return f"python {path}"
            case "from standard input":
                return f"python < {path}"
            case "with -c":
                return f'python -c "$(cat {path})"'
        return f"python -m ipcdocs.{self.name}"

    @property
    def source(self) -> str:
        """The program's text.

        Raises:
            Misuse: the file cannot be read.
        """
        try:
            return self.path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise Misuse(f"{self.name} cannot be read: {error}") from None

    @property
    def summary(self) -> str:
        """The first line of the docstring."""
        try:
            doc = ast.get_docstring(ast.parse(self.source)) or ""
        except (SyntaxError, ValueError) as error:
            raise Misuse(f"{self.name} is not a Python program: {error}") from None
        return doc.partition("\n")[0]

    @property
    def needed(self) -> list[Path]:
        """The other programs of the package that this one names, to import or to run them."""
        names = re.findall(r"\bipcdocs\.([a-z][\w.]*)", self.source)
        paths = {self.package.joinpath(*name.split(".")).with_suffix(".py") for name in names}
        return sorted(path for path in paths - {self.path} if path.is_file())

    @property
    def expected(self) -> Expected:
        """What the example's own line announces."""
        return Expected.read(self.source, self.name)

    def variants(self) -> list[Variant]:
        """The recordings that are there, the most specific first."""
        found = []
        stem = self.path.stem
        # A glob takes ten times as long, and there are many examples.
        for name in os.listdir(self.path.parent):  # noqa: PTH208
            match = name.startswith(f"{stem}.") and VARIANT.fullmatch(name.removeprefix(stem))
            if match and (path := self.path.with_name(name)).is_file():
                version = (int(match["major"]), int(match["minor"])) if match["minor"] else None
                found.append(Variant(path, match["method"], version))
        return sorted(found, key=lambda v: (bool(v.method), v.version or (0, 0)), reverse=True)

    def recording(self, method: str, version: Version) -> Path | None:
        """The file that holds under this start method and Python, if there is one."""
        return holding(self.variants(), method, version)

    def variant_path(self, method: str | None, version: Version | None) -> Path:
        """Where the recording for this method, from this version on, belongs."""
        parts = [f".{method}"] if method else []
        parts += [f".py{version[0]}{version[1]}"] if version else []
        return self.path.with_name(f"{self.path.stem}{''.join(parts)}.out")


def examples(package: Path = PACKAGE) -> dict[str, Example]:
    """All examples by dotted name: each ``idea.py`` in a folder without underscore."""
    found = {}
    for path in sorted(package.glob("[!_]*/**/[!_]*.py")):
        name = ".".join(path.relative_to(package).with_suffix("").parts)
        if path.is_file():
            found[name] = Example(name, path)
    return found


def orphans(package: Path = PACKAGE) -> list[Path]:
    """Recordings that belong to no example."""
    owned = {
        variant.path for example in examples(package).values() for variant in example.variants()
    }
    return sorted(set(package.rglob("*.out")) - owned)


def chosen(names: Iterable[str], package: Path = PACKAGE) -> list[Example]:
    """The examples of these names, or all; a unique last part will do for a name.

    Raises:
        Misuse: a name fits none, or several.
    """
    every = examples(package)
    found = {}
    for name in names:
        fits = [full for full in every if full == name or full.endswith(f".{name}")]
        if name in every:
            fits = [name]
        if len(fits) > 1:
            raise Misuse(f"{name!r} may be {' or '.join(fits)}: give the whole name")
        if not fits:
            short = {full.rpartition(".")[2]: full for full in every}
            near = difflib.get_close_matches(name, [*every, *short], cutoff=0.4)
            nearest = ", ".join(dict.fromkeys(short.get(one, one) for one in near))
            hint = f"the nearest: {nearest}" if near else "nothing is near it"
            raise Misuse(
                f"no example is named {name!r}; {hint}. 'python -m ipcdocs list' names all"
            )
        found[fits[0]] = every[fits[0]]
    return list((found or every).values())
