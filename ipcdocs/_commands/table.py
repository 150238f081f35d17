"""The commands, their options, and how the command line is cut into ours and the program's."""

import argparse
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .._own.program import is_own
from .._recording.basics import METHODS, Misuse, methods_here
from .._recording.examples import examples, natural
from .._recording.stopping import well_ended
from . import on_examples, on_own

PROGRAM = "(FILE | -m MODULE) [ARGUMENT …]"


def seconds(text: str) -> float:
    """A number of seconds, more than 0. Raises ``ValueError``."""
    number = float(text)
    if not 0 < number < float("inf"):
        raise ValueError(text)
    return number


OPTIONS: dict[str, dict[str, object]] = {
    "--start-method": {"choices": METHODS, "help": "how processes are started"},
    "--python": {"metavar": "PYTHON", "help": "another Python, as python3.14, or its path"},
    "--limit": {"type": seconds, "metavar": "SECONDS", "help": "when it is ended, if it has not"},
    "--no-writers": {"action": "store_true", "help": "on your own streams, unwatched"},
    "--changed": {"action": "store_true", "help": "leave out what is verified"},
    "--language": {"choices": ("en", "zh"), "help": "that of the answer"},
}
VALUED = {name for name, how in OPTIONS.items() if "action" not in how}


@dataclass(frozen=True)
class Command:
    """A command: what it does, its text, its options, and what comes after them.

    ``takes`` is "" for nothing, "NAMES" of examples, "FILE" to be read, "PROGRAM" of the
    reader's, or "NAME or PROGRAM".
    """

    do: Callable[[argparse.Namespace], int]
    text: str
    options: tuple[str, ...] = ()
    takes: str = ""


COMMANDS = {
    "list": Command(on_examples.list_examples, "name the examples"),
    "run": Command(
        on_own.run,
        "run an example or a program of yours; tell who printed each line and what is left",
        ("--start-method", "--python", "--limit", "--no-writers"),
        "NAME or PROGRAM",
    ),
    "compare": Command(
        on_own.compare,
        "run a program of yours under each start method, and show what differs",
        ("--python", "--limit"),
        "PROGRAM",
    ),
    "explain": Command(
        on_own.explain,
        "say what the errors in a traceback mean, from a file or standard input",
        ("--language",),
        "FILE",
    ),
    "check": Command(
        on_examples.check_examples,
        "run examples and compare with their recordings",
        ("--changed", "--start-method"),
        "NAMES",
    ),
    "record": Command(
        on_examples.record_examples, "run examples and write their recordings", (), "NAMES"
    ),
    "verify": Command(
        on_examples.verify_examples, "check all on every Python here, and note it", ("--changed",)
    ),
}


def parser() -> argparse.ArgumentParser:
    """The parser of what is not the program's."""
    whole = argparse.ArgumentParser(
        "ipcdocs",
        description="The programs of the multiprocessing cookbook and their outputs; "
        "and the same for your own.",
    )
    commands = whole.add_subparsers(required=True, metavar="COMMAND", dest="command")
    for name, command in COMMANDS.items():
        each = commands.add_parser(name, help=command.text, description=command.text)
        each.set_defaults(do=command.do, program=[], error=each.error)
        options = [f"[{option}{' …' * (option in VALUED)}]" for option in command.options]
        match command.takes:
            case "NAMES":
                help = "of examples; all of them if none is given"
                each.add_argument("names", metavar="NAME", nargs="*", help=help)
            case "FILE":
                help = "that has the traceback; standard input if none is given"
                each.add_argument("file", metavar="FILE", nargs="?", help=help)
            case "NAME or PROGRAM":
                help = "of an example, as in shared_memory.value, or just value"
                each.add_argument("name", metavar="NAME", nargs="?", help=help)
                each.usage = " ".join(["ipcdocs run", *options, f"(NAME | {PROGRAM[1:]}"])
            case "PROGRAM":
                each.usage = " ".join([f"ipcdocs {name}", *options, PROGRAM])
        for option in command.options:
            each.add_argument(option, **OPTIONS[option])  # type: ignore[arg-type]
    return whole


def cut(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Cut a command line into what is for us, and a reader's program with its arguments."""
    takes = COMMANDS[words[0]].takes if words and words[0] in COMMANDS else ""
    if "PROGRAM" not in takes:
        return list(words), []
    place = 1
    while place < len(words):
        word = words[place]
        if word == "--":
            return list(words[:place]), list(words[place + 1 :])
        if word == "-m":
            break
        if word.startswith("-") and len(word) > 1:
            place += 2 if word in VALUED else 1
        elif takes == "PROGRAM" or is_own(word) or not_there(word):
            break
        else:
            return list(words), []
    return list(words[:place]), list(words[place:])


def not_there(word: str) -> bool:
    """Whether a word looks like a file, and no example is meant."""
    return word.endswith(".py") and natural(word) not in {
        part for name in examples() for part in (name, name.rpartition(".")[2])
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says.

    Returns:
        0 if all is well, 1 if not, 2 for misuse, 130 if stopped; ``run`` that of the program.
    """
    import sys

    ours, theirs = cut(sys.argv[1:] if arguments is None else arguments)
    options = parser().parse_args(ours)
    options.program = theirs
    takes = COMMANDS[options.command].takes
    if takes == "NAME or PROGRAM" and not theirs and not options.name:
        options.error(
            "the following arguments are required: NAME, or a FILE of yours, or -m MODULE"
        )
    if takes == "PROGRAM" and not theirs:
        options.error("the following arguments are required: a FILE of yours, or -m MODULE")
    method = getattr(options, "start_method", None)

    def chosen_command() -> int:
        if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        if method and method not in methods_here():
            here = ", ".join(methods_here())
            raise Misuse(f"this platform has no start method {method!r}; it has: {here}")
        status: int = options.do(options)
        return status

    return well_ended(chosen_command)
