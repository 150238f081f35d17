"""Why a program differs by start method, as far as that can be seen, and which page helps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .trying import Outcome

LABELS = (
    "arguments-join",
    "exit-code-signal",
    "fork-with-threads",
    "global-variable",
    "picklable",
    "pool-or-executor",
    "start-methods",
    "value-deadlock",
)
"""The sections that are named here; the file of the error index has their titles."""


HANDLERS = "logging.getLogger().handlers"
"""The name under which the processes note where they log to."""


@dataclass(frozen=True)
class Cause:
    """A cause in a sentence, and the labels of the sections that have more.

    ``sure`` is false for what was seen beside a difference, and may not be what made it.
    """

    text: str
    labels: tuple[str, ...]
    sure: bool = True


def culprits(outcome: Outcome) -> Iterator[Cause]:
    """What could not be pickled, and through which attributes."""
    seen = {(note["path"], note["what"]): None for note in outcome.notes.of("culprit")}
    for path, what in list(seen)[:3]:
        way = path.replace("process._target", "target").replace("process._args", "args")
        way = way.replace("process._kwargs", "kwargs").replace("process.", "the process's ")
        yield Cause(
            f"under {outcome.method}, what a process or a task is given is pickled, and "
            f"{way} cannot be: it is {what}",
            ("picklable",),
        )


def globals_that_differ(outcome: Outcome) -> Iterator[Cause]:
    """Global names that a child saw otherwise than the parent when it was started."""
    started = {(note["pid"], note["name"]): note["names"] for note in outcome.notes.of("start")}
    seen: set[str] = set()
    for note in outcome.notes.of("child"):
        before = started.get((note["parent"], note["name"]), {})
        for name, value in before.items():
            now = note["names"].get(name)
            if now != value and name not in seen and name != HANDLERS:
                seen.add(name)
                has = f"is {now}" if now is not None else "does not exist"
                yield Cause(
                    f"the global {name} is {value} in the parent when it starts {note['name']}, "
                    f"and {has} in the child: under {outcome.method} the child imports the "
                    "program again, and gets what the import gives",
                    ("global-variable",),
                    sure=False,
                )


def logging(outcome: Outcome) -> Iterator[Cause]:
    """That the parent logs to somewhere, and a child to nowhere."""
    started = [note["names"].get(HANDLERS, "[]") for note in outcome.notes.of("start")]
    there = [note["names"].get(HANDLERS, "[]") for note in outcome.notes.of("child")]
    if any(each != "[]" for each in started) and "[]" in there:
        yield Cause(
            f"the parent has set up logging, and a child has not: under {outcome.method} it "
            "imports the program again, which does not come to that line",
            ("global-variable",),
            sure=False,
        )


def threads(outcome: Outcome) -> Iterator[Cause]:
    """A fork while other threads were there."""
    for note in outcome.notes.of("start"):
        if note["threads"] and note["method"] == "fork" and outcome.run.still:
            yield Cause(
                f"{note['name']} was forked while the parent had other threads "
                f"({', '.join(note['threads'])}): a lock that one of them held then stays locked "
                "in the child",
                ("fork-with-threads",),
            )
            return


def hang(outcome: Outcome) -> Iterator[Cause]:
    """That it hangs, if there is no other reason."""
    if outcome.run.still or outcome.ending.startswith("still ran"):
        yield Cause(
            f"under {outcome.method} it waits for something that does not come: a result of a "
            "worker that has died, a lock, a queue that nobody empties",
            ("pool-or-executor", "arguments-join", "value-deadlock"),
        )


def killed(outcome: Outcome) -> Iterator[Cause]:
    """That main was killed."""
    if outcome.run.status < 0 and not outcome.run.stopped and not outcome.run.problems:
        yield Cause(f"under {outcome.method} its main process was killed", ("exit-code-signal",))


def causes(outcome: Outcome, explained: bool) -> list[Cause]:
    """All that can be seen; ``explained`` is whether an error has said why."""
    found = [*culprits(outcome), *globals_that_differ(outcome), *threads(outcome)]
    if not found and not explained:
        found = [*hang(outcome), *killed(outcome), *logging(outcome)]
    return found


def same_method(outcomes: Sequence[Outcome]) -> str:
    """The start method that the program has chosen itself, whatever it is told; "" for none."""
    used = {note["method"] for each in outcomes for note in each.notes.of("start")}
    asked = {each.method for each in outcomes}
    return used.pop() if len(used) == 1 and len(asked) > 1 else ""


def starts_none(outcomes: Sequence[Outcome]) -> bool:
    """Whether no process was started under any method."""
    return not any(any(each.notes.of("start")) for each in outcomes)
