"""The commands for a reader's own program: run, which takes examples too, compare and explain."""

import argparse
import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

from .._own import explaining
from .._own.comparing import compare_own
from .._own.explaining import default_language
from .._own.program import found, interpreter
from .._own.running import run_own, run_plain, say
from .._recording.basics import Misuse
from .._recording.examples import Example, chosen
from .._recording.observe import need_linux, observe
from .._recording.programs import environment
from .._recording.runs import SAME, Run, Said
from .._recording.stopping import do


def run(options: argparse.Namespace) -> int:
    """Run a program, and print its lines as they come, each with its writer."""
    python = interpreter(options.python)
    if not options.program:
        return run_example(chosen([options.name])[0], python, options)
    arguments = found(options.program)
    if not options.no_writers:
        try:
            need_linux()
        except Misuse:
            say("only Linux says which process wrote a line: this is without")
        else:
            return run_own(arguments, python, options.start_method, options.limit)
    return run_plain(arguments, python, options.start_method, options.limit)


def run_example(example: Example, python: str, options: argparse.Namespace) -> int:
    """Run an example of the cookbook, in an empty folder."""
    method = options.start_method or multiprocessing.get_context().get_start_method()
    try:
        need_linux()
    except Misuse:
        if example.expected.endless:
            print(f"ipcdocs: {example.name} does not end: press Ctrl-C", file=sys.stderr)
        variables = {**os.environ, **environment(method)}
        with example.stdin.open("rb") as stdin:
            return subprocess.call([python, *example.arguments], stdin=stdin, env=variables)

    def tell(run: Run, said: Said) -> None:
        writer = "main" if said.pid == run.main else f"pid {said.pid}"
        print(f"{writer:11}{'!' if said.stderr else ' '}│ {said.text}", flush=True)

    expected = example.expected
    run = do(
        observe(
            example.program(method, python),
            limit=options.limit or expected.limit,
            still=expected.still,
            repeats=SAME if expected.repeats else 0,
            tell=tell,
        )
    )
    if run.stopped:
        print(f"ipcdocs: {example.name} was {run.ending}, and has been stopped", file=sys.stderr)
    for problem in run.problems:
        print(f"ipcdocs: {example.name} {problem}", file=sys.stderr)
    if run.problems:
        return 1
    return run.status if run.status >= 0 else 128 - run.status


def compare(options: argparse.Namespace) -> int:
    """Run a reader's program under each start method, and show what differs.

    Returns 0 if nothing does, 1 if something does.
    """
    return compare_own(found(options.program), interpreter(options.python), options.limit, say)


def explain(options: argparse.Namespace) -> int:
    """Say what the errors in a text mean. Returns 1 if none of them is known."""
    language = options.language or default_language()
    if options.file in (None, "-"):
        if sys.stdin is None:
            raise Misuse("there is no standard input: name a file")
        if sys.stdin.isatty():
            say("paste the traceback, then press Ctrl-D (on Windows Ctrl-Z and Enter)")
        content = sys.stdin.buffer.read()
    else:
        try:
            content = Path(options.file).read_bytes()
        except OSError as error:
            raise Misuse(f"{options.file} cannot be read: {error.strerror}") from None
    found, text = explaining.explain(decoded(content), language)
    print(text, end="")
    return 0 if found else 1


def decoded(content: bytes) -> str:
    """The text of a file as editors, shells and PowerShell write it."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    return content.decode("utf-8-sig", "backslashreplace")
