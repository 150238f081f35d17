"""What is wrong with recordings as they are, without running anything."""

from itertools import groupby
from operator import attrgetter
from pathlib import Path

from .basics import METHODS, Misuse
from .examples import Example
from .runs import SAME, again, ending, never
from .transcript import Transcript, read


def lonely(path: Path, text: Transcript) -> list[str]:
    """Lines that are marked as free with none of another process to change places with."""
    return [
        f"{path.name} marks lines of {writers.pop()} as free, but beside them no other process "
        "has a free line: record it"
        for fixed, block in groupby(text.lines, key=attrgetter("fixed"))
        if not fixed and len(writers := {line.writer for line in block}) == 1
    ]


def standing(example: Example) -> list[str]:
    """What is wrong with an example's recordings as they are, without running anything."""
    wrong = []
    variants = example.variants()
    try:
        texts = {variant.path: read(variant.path)[1] for variant in variants}
        expected = example.expected
    except (ValueError, Misuse) as error:
        return [str(error)]
    cells = [(method, version) for method in METHODS for version in expected.versions]
    held = {example.recording(*cell) for cell in cells}
    wrong += [problem for path, text in texts.items() for problem in lonely(path, text)]
    for path in texts:
        if path not in held:
            wrong.append(f"{path.name} holds under no start method and Python: remove it")
    for place, variant in enumerate(variants):
        for other in variants[place + 1 :]:  # the first that covers it would hold without it
            if other.method in (None, variant.method) and (
                not other.version or other.version <= (variant.version or (0, 0))
            ):
                if texts[variant.path] == texts[other.path]:
                    wrong.append(
                        f"{variant.path.name} holds the same as {other.path.name}: remove it"
                    )
                break
    endings = {text.closing for text in texts.values()}
    announced = [ending(status) for status in sorted(expected.statuses)]
    announced += [] if expected.still is None else [never(expected.still)]
    announced += [again(SAME)] if expected.repeats else []
    for how in announced if texts else ():
        if how not in endings:
            wrong.append(
                f"{example.name} announces {how or 'exit status 0'}, "
                "which no recording has: take it out of '# Expected:'"
            )
    printed = "\n".join(line.text for text in texts.values() for line in text.lines)
    for each in expected.ranges:
        if texts and f"{each.word} {each.name}" not in printed:
            wrong.append(
                f"{example.name} announces a range of {each.word!r}, which no recording has: "
                "take it out of '# Expected:', or record it"
            )
    to_stderr = any(line.stderr for text in texts.values() for line in text.lines)
    if texts and expected.stderr and not to_stderr:
        wrong.append(f"{example.name} announces stderr, which no recording has: take it out")
    return wrong
