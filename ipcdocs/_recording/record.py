"""Write the recordings: run on every Python here, and keep what all runs agree on."""

import asyncio
import tempfile
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from .basics import METHODS, Misuse, Version, dotted, methods_here
from .check import AT_ONCE, SLOWED, run, told
from .comparing import Unlike, command_for, differences
from .examples import Example
from .pythons import Python, pythons
from .stopping import together
from .transcript import Transcript, always_fixed

Cell = tuple[str, Version]
Key = tuple[str | None, Version | None]
"""A variant: its start method and its first version, None for every one."""


def plan(contents: Mapping[Cell, Hashable]) -> dict[Key, list[Cell]]:
    """Which recordings to write, as (method, first version), each with the cells it is for.

    What most methods print on the oldest Python is for all; what differs from it gets its own.
    """
    methods = [m for m in METHODS if any(m == method for method, _ in contents)]
    oldest, *newer = sorted({version for _, version in contents})
    counts = Counter(contents[method, oldest] for method in reversed(methods))
    files: dict[Key, Hashable] = {(None, None): counts.most_common(1)[0][0]}

    def holds(method: str, version: Version) -> Key:
        fits = [(m, v) for m, v in files if m in (None, method) and (v or version) <= version]
        return max(fits, key=lambda key: (bool(key[0]), key[1] or (0, 0)))

    for version in [oldest, *newer]:
        since = None if version == oldest else version
        wrong = [m for m in methods if files[holds(m, version)] != contents[m, version]]
        common = [m for m in methods if not any(m == method for method, _ in files)]
        new = {contents[m, version] for m in common}
        if since and common and set(common) <= set(wrong) and len(new) == 1:
            files[None, since] = new.pop()
            wrong = [m for m in wrong if m not in common]
        for method in wrong:
            files[method, since] = contents[method, version]
    served: dict[Key, list[Cell]] = {key: [] for key in files}
    for method, version in contents:
        served[holds(method, version)].append((method, version))
    return {key: cells for key, cells in served.items() if cells}


async def record(example: Example) -> list[tuple[Path, str, str]]:
    """Run on every Python here under every start method, and write the recordings.

    Returns:
        the files that changed, each with its old text and its new one ("": no file).

    Raises:
        Unlike: two runs of one Python and method differ in more than order.
        Misuse: a Python is missing for which there is a recording.
    """
    wanted = example.expected.versions
    found = {
        version: python
        for version, python in pythons().items()
        if example.expected.holds_on(python.release)
    }
    missing = ", ".join(dotted(version) for version in wanted if version not in found)
    kept = [variant.path.name for variant in example.variants() if variant.version]
    if missing and kept:
        raise Misuse(
            f"{example.name} has {kept[0]}, which depends on the version, and Python {missing} "
            "is not on this machine: record it where all are; nothing was changed"
        )
    if not found:
        raise Misuse(f"{example.name} is for Python {missing}, which is not on this machine")
    seen = await all_runs(example, found)
    contents = {cell: runs[0].by_writer() for cell, runs in seen.items()}
    texts = {}
    for (method, version), cells in plan(contents).items():
        runs = [one for cell in cells for one in seen[cell]]
        new = runs[0].promising(always_fixed(runs))
        refuse_impossible(example, new, runs)
        refuse_nothing(example, cells, new)
        methods = [m for m in METHODS if m in {method for method, _ in cells}]
        texts[example.variant_path(method, version)] = new.text(command_for(example, methods))
    changed = []
    for path in sorted(texts | {variant.path: "" for variant in example.variants()}):
        old = path.read_bytes().decode(errors="backslashreplace") if path.exists() else ""
        if old != texts.get(path, ""):
            changed.append((path, old, texts.get(path, "")))
    write({path: new_text for path, _, new_text in changed})
    return changed


async def all_runs(example: Example, found: dict[Version, Python]) -> dict[Cell, list[Transcript]]:
    """Transcripts of several runs for each Python and start method, some of them disturbed."""
    gate = asyncio.Semaphore(2 * AT_ONCE)  # slowed runs mostly sleep

    async def one(cell: Cell, slow: str) -> Transcript:
        method, python = cell[0], found[cell[1]]
        async with gate:
            try:
                return told(example, await run(example, method, python, slow))
            except Unlike as error:
                where = f"{example.name}, {method}, Python {python.release}"
                raise Unlike(f"{where}: {error}") from None

    async def cell_runs(cell: Cell) -> list[Transcript]:
        runs = [await one(cell, "")]
        if len({line.writer for line in runs[0].lines}) > 1:
            patterns = SLOWED if cell[1] == max(found) else SLOWED[:2]
        else:
            patterns = SLOWED[:1]
        runs += await together(one(cell, f"{bit} {value} 0.25") for bit, value in patterns)
        for other in runs[1:]:
            if other.by_writer() != runs[0].by_writer():
                one_text, other_text = (
                    each.promising(frozenset()).text("…") for each in (runs[0], other)
                )
                diff = differences(one_text, other_text, "a run", "another")
                raise Unlike(
                    f"{example.name}, {cell[0]}, Python {dotted(cell[1])}: two runs print "
                    "different things. Make the example certain; only the order of processes, "
                    f"pids, ids and addresses may differ.\n{diff}"
                )
        return runs

    cells = [(method, version) for version in found for method in methods_here()]
    runs = await together(cell_runs(cell) for cell in cells)
    return dict(zip(cells, runs, strict=True))


def refuse_impossible(example: Example, new: Transcript, runs: Sequence[Transcript]) -> None:
    """Raise Unlike if the order to be shown contradicts one that all runs have."""
    orders = [{key: place for place, key in enumerate(each.keys())} for each in runs]
    shown = new.keys()
    for first, second in pairwise(shown):
        if all(order[second] < order[first] for order in orders):
            raise Unlike(
                f"{example.name}: line {second[1] + 1} of {second[0]} always comes before line "
                f"{first[1] + 1} of {first[0]}, but would be shown after it: start first the "
                "process that speaks first, or let main wait in between"
            )


def refuse_nothing(example: Example, cells: Sequence[Cell], new: Transcript) -> None:
    """Raise Unlike if there is nothing to show, and the example has not announced that."""
    if not new.lines and not new.closing and not example.expected.silent:
        method, version = cells[0]
        raise Unlike(
            f"{example.name}, {method}, Python {dotted(version)}: it prints nothing. Let it print "
            "what it shows, or announce '# Expected: prints nothing.'"
        )


def write(texts: Mapping[Path, str]) -> None:
    """Replace files, all of them or none while there is no room; remove those without text.

    Raises:
        Misuse: a folder cannot be written to, and which file is untouched.
    """
    drafts: dict[Path, Path] = {}
    path = Path()
    try:
        for path, text in texts.items():
            if text:
                with tempfile.NamedTemporaryFile(
                    "w", encoding="utf-8", dir=path.parent, delete=False
                ) as new:
                    drafts[path] = Path(new.name)
                    new.write(text)
                drafts[path].chmod(0o644)
        for path in texts:
            if path in drafts:
                drafts[path].replace(path)
            else:
                path.unlink()
    except OSError as error:
        raise Misuse(f"cannot write {path}: {error.strerror}; that file is as it was") from None
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
