"""A traceback is told what the pages say of it, and nothing else is made up."""

import runpy
import subprocess
import sys

import pytest

from ipcdocs._own.explaining import FILE, explain, index, known
from ipcdocs._own.raised import errors, errors_of, title
from ipcdocs._recording.basics import PACKAGE
from ipcdocs._recording.examples import examples

DOCS = PACKAGE.parent / "docs"


def test_the_command_has_what_the_pages_have():
    """After a change of a page or a recording: python docs/error_file.py."""
    assert FILE.read_text("utf-8") == runpy.run_path(str(DOCS / "error_file.py"))["index"]()


def labels(text):
    """The sections that an answer leads to first."""
    found = [each for each in known(text) if each.entries]
    return [label for each in found for label in each.entries[0].labels]


def every_error():
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    for example in examples().values():
        for variant in example.variants():
            for kind, text in errors(variant.path.read_text("utf-8")):
                seen.setdefault((kind, title(text)), (example.name, text))
    return [pytest.param(*each, id=f"{n} {each[0]}") for n, each in enumerate(seen.values())]


@pytest.mark.parametrize(("name", "text"), every_error())
def test_each_error_of_the_recordings_is_known(name, text):
    found = [entry for each in known(text) for entry in each.entries]
    assert any(title(text) in map(title, entry.texts) for entry in found)


TRACE = (
    'Traceback (most recent call last):\n  File "/home/me/a.py", line 9, in <module>\n    go()\n'
)
CHILD = (
    'Process SpawnProcess-1:\nTraceback (most recent call last):\n  File "/a/b.py", line 9, in f\n'
)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (f"{TRACE}TypeError: cannot pickle '_thread.RLock' object", "picklable-refused"),
        (
            f"{TRACE}TypeError: cannot pickle 'weakref.ReferenceType' object",
            "picklable-serializing",
        ),
        (f"{TRACE}AttributeError: Can't get local object 'f.<locals>.g'", "picklable"),
        (f"{TRACE}AttributeError: Can't pickle local object 'f.<locals>.<lambda>'", "picklable"),
        (f"{CHILD}NameError: name 'total' is not defined", "global-variable-pool"),
        (f"{CHILD}KeyError: 'factor'", "global-variable-pool"),
        (
            "_pickle.PicklingError: Can't pickle <function <lambda> at 0x7fb19e26d620>: attribute "
            "lookup <lambda> on __main__ failed",
            "picklable-pool",
        ),
        (
            "PicklingError: Can't pickle <function f at 0x7fb19e26d620>: it's not the same object "
            "as __main__.f",
            "picklable-decorated",
        ),
        ("RuntimeError: context has already been set", "start-methods-set"),
        ("OSError: [WinError 6] The handle is invalid", "keep-a-reference"),
        ("  | EOFError: Ran out of input", "picklable"),
        ("main       !│ RuntimeError: context has already been set", "start-methods-set"),
        ("pid 77     !│ OSError: AF_UNIX path too long", "long-path"),
        ("\x1b[1;35mRuntimeError\x1b[0m: context has already been set", "start-methods-set"),
        (
            "/usr/lib/python3.12/multiprocessing/popen_fork.py:66: DeprecationWarning: This "
            "process (pid=7) is multi-threaded, use of fork() may lead to deadlocks in the child.",
            "fork-with-threads",
        ),
    ],
)
def test_a_readers_error_leads_to_its_section(text, label):
    assert label in labels(text)
    for language in ("en", "zh"):
        assert index()["pages"][language][label][1] in explain(text, language)[1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "all went well",
        f"{TRACE}FileNotFoundError: [Errno 2] No such file or directory: 'data.csv'",
        f"{TRACE}KeyError: 'x'",
        f"{TRACE}mine.Broken: oh",
        f"{TRACE}ValueError: invalid literal for int() with base 10: 'x'",
    ],
)
def test_what_is_unknown_is_said_to_be_unknown(text):
    found, told = explain(text, "en")
    assert not found
    assert told.startswith("Unknown: no error of the index is in this text.")
    assert "What to look for: the last line of each traceback" in told
    assert "There is no message at all?" in told
    assert explain(text, "zh")[1].startswith("未知：")


def test_the_cause_that_fits_is_marked_and_the_way_to_it_told():
    text = (
        f"{TRACE}TypeError: cannot pickle '_thread.lock' object\n"
        "when serializing dict item 'lock'\nwhen serializing __main__.Worker state\n"
    )
    told = explain(text, "en")[1]
    assert "  where it is: __main__.Worker state → dict item 'lock'\n" in told
    assert "  → `cannot pickle '_thread.lock' object`: some object inside has a lock" in told
    assert "  - a file, a generator, a module: " in told


def test_each_error_of_a_screen_is_found_once():
    text = f"{CHILD}ValueError: one\n{TRACE}mine.Lost: two\n  more\n{CHILD}ValueError: one\n"
    assert errors_of(text) == [
        ("ValueError", "ValueError: one"),
        ("mine.Lost", "mine.Lost: two\n  more"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_the_command(tmp_path, encoding):
    """As it is saved by editors, shells and PowerShell."""
    path = tmp_path / "errors.txt"
    path.write_bytes(f"{TRACE}RuntimeError: context has already been set\r\n".encode(encoding))
    line = [sys.executable, "-m", "ipcdocs", "explain"]
    for arguments, given in (([str(path)], b""), ([], path.read_bytes())):
        for language in ("en", "zh"):
            done = subprocess.run(
                [*line, "--language", language, *arguments],
                cwd=PACKAGE.parent,
                input=given,
                capture_output=True,
                env={"PYTHONUTF8": "1"},
            )
            assert (done.returncode, done.stderr) == (0, b"")
            assert f"docs/{language}/processes/start-methods.md" in done.stdout.decode()


@pytest.mark.parametrize(
    ("variables", "word"),
    [({"LANG": "zh_CN.UTF-8"}, "未知"), ({"LANG": "C.UTF-8"}, "Unknown"), ({}, "Unknown")],
)
def test_the_language_is_the_readers(variables, word):
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "ipcdocs", "explain"],
        cwd=PACKAGE.parent,
        input=b"nothing",
        capture_output=True,
        env=variables,
    )
    assert done.returncode == 1
    assert done.stdout.decode().startswith(word)
