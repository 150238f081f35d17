"""The programs that the pages show, and their recordings."""

import ast
import difflib
import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .basics import METHODS, PACKAGE, Misuse, Version
from .expected import Expected
from .programs import Program

VARIANT = re.compile(
    rf"(?:\.(?P<method>{'|'.join(METHODS)}))?(?:\.py(?P<major>3)(?P<minor>\d+))?\.out"
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

    def program(self, method: str, python: str = sys.executable, slow: str = "") -> Program:
        """How to start it under a start method; ``slow`` as ``startup`` reads it."""
        return Program(self.arguments, method, python, self.stdin, self.package, slow)

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


def natural(name: str) -> str:
    """A name as readers and recordings write it, without what is not in the dotted one.

    >>> natural("ipcdocs/shared_memory/value.py"), natural("ipcdocs.shared_memory.value")
    ('shared_memory.value', 'shared_memory.value')
    """
    parts = re.split(r"[./\\\\]+", name.removesuffix(".py").replace("-", "_"))
    return ".".join(parts).removeprefix("ipcdocs.")


def chosen(names: Iterable[str], package: Path = PACKAGE) -> list[Example]:
    """The examples of these names, or all; a unique last part will do for a name.

    Raises:
        Misuse: a name fits none, or several.
    """
    every = examples(package)
    found = {}
    for name in names:
        path = Path(name).resolve()
        inside = path.is_file() and path.is_relative_to(package)
        plain = natural(str(path.relative_to(package)) if inside else name)
        fits = [full for full in every if full == plain or full.endswith(f".{plain}")]
        if plain in every:
            fits = [plain]
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
