"""What a fault must not escape: mutants of examples, recordings and pages, and what noticed them.

`nox -s drift` makes them all; the tests make a sample. A mutant that changes nothing of what a
reader sees is in equivalent.toml, with the reason.
"""

import argparse
import asyncio
import shutil
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from ipcdocs._recording.basics import PACKAGE, Misuse, Version, methods_here
from ipcdocs._recording.check import AT_ONCE
from ipcdocs._recording.examples import Example, chosen, examples
from ipcdocs._recording.pythons import Python, pythons
from ipcdocs._recording.stopping import do, together, well_ended
from tests.mutants import Mutant, of_page, of_recording
from tests.mutants_of_source import of_example
from tests.notice import copied, notice_page, notice_recording, notice_source, real_runs

DOCS = PACKAGE.parent / "docs"
PARTS = ("examples", "recordings", "pages")


@dataclass(frozen=True)
class Fate:
    """What became of a mutant: ``by`` names what noticed it, or nothing did."""

    part: str
    where: str
    mutant: Mutant
    by: str

    def __str__(self) -> str:
        mutant = self.mutant
        return f"{self.where}, line {mutant.line}, {mutant.kind}: {mutant.was} → {mutant.now}"


def sample(where: str, every: Sequence[Mutant], size: int | None) -> list[Mutant]:
    """As many of each kind, always the same ones, or all."""
    order = sorted(every, key=lambda m: sha256(f"{where} {m.kind} {m.text}".encode()).digest())
    counts: Counter[str] = Counter()
    chosen = []
    for mutant in order:
        counts[mutant.kind] += 1
        if size is None or counts[mutant.kind] <= size:
            chosen.append(mutant)
    return chosen


def newest(name: str, versions: Iterable[Version]) -> Python:
    """The newest Python here of those that something is for.

    Raises:
        Misuse: there is none.
    """
    for version in sorted(versions, reverse=True):
        if version in pythons():
            return pythons()[version]
    raise Misuse(f"{name} is for a Python that is not on this machine")


def unlike(example: Example) -> list[Python]:
    """The newest Python here of each group that has the same recordings; the newest group first.

    Raises:
        Misuse: the example is for none of them.
    """
    groups: dict[tuple[Path | None, ...], list[Version]] = {}
    for version in sorted(example.expected.versions, reverse=True):
        recordings = tuple(example.recording(method, version) for method in methods_here())
        groups.setdefault(recordings, []).append(version)
    here = [group for group in groups.values() if not pythons().keys().isdisjoint(group)]
    return [newest(example.name, group) for group in here or groups.values()]


async def drift_examples(
    todo: Sequence[tuple[Example, Sequence[Mutant]]], tell: Callable[[Fate], None]
) -> None:
    """Run each mutant of an example until something notices it."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def first(example: Example, text: str, several: Sequence[Python]) -> str:
        for python in several:
            if by := await notice_source(example, text, python):
                return by
        return ""

    async def one(example: Example, mutant: Mutant, several: Sequence[Python]) -> None:
        async with gate:
            by = await first(example, mutant.text, several)
            tell(Fate("examples", example.name, mutant, by))

    for example, mutants in todo:
        several = unlike(example)
        if by := await first(example, example.source, several):
            raise Misuse(f"{example.name} is not as recorded ({by}): mend that first")
        await together(one(example, mutant, several) for mutant in mutants)


async def drift_recordings(
    todo: Sequence[tuple[Example, Path, Sequence[Mutant]]], tell: Callable[[Fate], None]
) -> None:
    """Compare each mutant of a recording with what the example prints; run it only once."""
    for example, path, mutants in todo:
        cells = [v for m in methods_here() for v in pythons() if example.recording(m, v) == path]
        python = newest(path.name, cells)
        runs = await real_runs(example, path, python)
        with tempfile.TemporaryDirectory(prefix="ipcdocs-drift-") as folder:
            changed = copied(example, Path(folder))
            place = changed.path.with_name(path.name)
            if by := notice_recording(changed, place, runs):
                raise Misuse(f"{path.name} is not as recorded ({by}): mend that first")
            for mutant in mutants:
                place.write_bytes(mutant.text.encode())
                tell(Fate("recordings", path.name, mutant, notice_recording(changed, place, runs)))
                await asyncio.sleep(0)  # it may be cancelled


async def drift_pages(todo: Sequence[tuple[Path, Mutant]], tell: Callable[[Fate], None]) -> None:
    """Change one of two twins at a time."""
    every = examples()
    with tempfile.TemporaryDirectory(prefix="ipcdocs-drift-") as folder:
        docs = Path(folder, "docs")
        Path(folder, "ipcdocs").symlink_to(PACKAGE)
        shutil.copytree(DOCS, docs, ignore=shutil.ignore_patterns("_*", "*.png"))
        for page, mutant in todo:
            (docs / page).write_text(mutant.text, "utf-8")
            tell(Fate("pages", page.as_posix(), mutant, notice_page(docs, every)))
            shutil.copy(DOCS / page, docs / page)
            await asyncio.sleep(0)  # it may be cancelled


@cache
def equivalents() -> list[dict[str, str]]:
    """The mutants that change nothing, or nothing for certain: see equivalent.toml."""
    text = Path(__file__).with_name("equivalent.toml").read_text("utf-8")
    entries: list[dict[str, str]] = tomllib.loads(text)["equivalent"]
    return entries


def listed(fate: Fate) -> int | None:
    """The number of the entry of equivalent.toml that is about a mutant, from 0."""
    return next((n for n, entry in enumerate(equivalents()) if fits(entry, fate)), None)


def fits(entry: dict[str, str], fate: Fate) -> bool:
    """Whether an entry of equivalent.toml is about this mutant."""
    mutant = fate.mutant
    return (
        entry.get("where", fate.where) == fate.where
        and mutant.kind.startswith(entry.get("kind", ""))
        and mutant.was.startswith(entry.get("was", ""))
        and mutant.now.startswith(entry.get("now", ""))
    )


def work(
    parts: Sequence[str], names: Sequence[str], size: int | None
) -> tuple[int, Callable[[Callable[[Fate], None]], None]]:
    """How many mutants there are of these parts and names, and what drifts them.

    Raises:
        Misuse: there is no such example or page.
    """
    of_examples, of_recordings, of_pages = [], [], []
    number = 0
    pages = {path.relative_to(DOCS).as_posix(): path for path in DOCS.glob("[ez][nh]/**/*.md")}
    programs = [name for name in names if not name.endswith(".md")]
    if unknown := {name for name in names if name.endswith(".md")} - pages.keys():
        raise Misuse(f"no page is named {min(unknown)!r}; a name is as in 'en/index.md'")
    for example in chosen(programs) if programs or not names else ():
        if "examples" in parts:
            every = sample(example.name, of_example(example.source), size)
            of_examples.append((example, every))
            number += len(every)
        for variant in example.variants() if "recordings" in parts else ():
            text = variant.path.read_text("utf-8")
            every = sample(variant.path.name, of_recording(text), size)
            of_recordings.append((example, variant.path, every))
            number += len(every)
    for page, path in sorted(pages.items()) if "pages" in parts else ():
        if not names or page in names:
            every = sample(page, of_page(path.read_text("utf-8")), size)
            of_pages += [(Path(page), mutant) for mutant in every]
            number += len(every)

    def drift(tell: Callable[[Fate], None]) -> None:
        do(drift_examples(of_examples, tell))
        do(drift_recordings(of_recordings, tell))
        do(drift_pages(of_pages, tell))

    return number, drift


def table(fates: Sequence[Fate]) -> Iterator[str]:
    """For each kind of mutant, how many there were and what noticed them."""
    columns = [*sorted({fate.by for fate in fates} - {"", "equivalent"}), "equivalent", ""]
    heads = [*columns[:-1], "SURVIVED"]
    yield f"{'':34}{'mutants':>9}" + "".join(f"{head:>{len(head) + 2}}" for head in heads)
    kinds = sorted({(fate.part, fate.mutant.kind) for fate in fates})
    for part, kind in [*kinds, ("", "all")]:
        some = [f for f in fates if not part or (f.part, f.mutant.kind) == (part, kind)]
        counts = Counter(fate.by for fate in some)
        cells = [f"{counts[c] or '·':>{len(h) + 2}}" for c, h in zip(columns, heads, strict=True)]
        yield f"{part:11}{kind:23}{len(some):9}" + "".join(cells)


def main() -> int:
    """Make the mutants and print what noticed them. Returns 1 if one survived."""
    parser = argparse.ArgumentParser("nox -s drift --", description=__doc__)
    parser.add_argument("names", nargs="*", help="of examples or pages, as en/index.md")
    parser.add_argument("--only", choices=PARTS, action="append", help="only this part")
    parser.add_argument("--sample", type=int, metavar="N", help="N of each kind and file")
    options = parser.parse_args()
    number, drift = work(options.only or PARTS, options.names, options.sample)
    used: Counter[int] = Counter()
    fates: list[Fate] = []
    started = told = time.monotonic()

    def tell(fate: Fate) -> None:
        nonlocal told
        entry = listed(fate)
        if entry is not None:
            used[entry] += not fate.by or "chance" in equivalents()[entry]
            fate = replace(fate, by=fate.by or "equivalent")
        fates.append(fate)
        now = time.monotonic()
        if not fate.by:
            print(f"SURVIVED: {fate}", flush=True)
        if now - told > 10 or len(fates) == number:
            told = now
            left = (now - started) / len(fates) * (number - len(fates))
            print(f"[{len(fates)}/{number}, {left / 60:.0f} min left] {fate.where}", flush=True)

    drift(tell)
    print(*table(fates), sep="\n")
    stale = [each for n, each in enumerate(equivalents()) if not used[n]]
    if not (options.names or options.only or options.sample):
        for each in stale:
            print(f"equivalent.toml lists what no mutant is, or what is noticed: {each}")
    else:
        stale = []
    survived = sum(not fate.by for fate in fates)
    equal = sum(fate.by == "equivalent" for fate in fates)
    print(
        f"{number - survived - equal} of {number - equal} noticed, {survived} survived, "
        f"{equal} equivalent, {(time.monotonic() - started) / 60:.1f} min"
    )
    return 1 if survived or stale else 0


if __name__ == "__main__":
    sys.exit(well_ended(main))
