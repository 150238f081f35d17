"""A changed example or recording is seen, and the message tells where."""

import random
import re
import shutil
import sys
from pathlib import Path

import pytest

from ipcdocs._recording.basics import PACKAGE

VALUE = "shared_memory/value"
GLOBAL = "processes/global_variable"
THREADS = "processes/threads"
DICT = "managers/dict_and_list"

FAULTS = {
    "another value": (VALUE, "number.value = 10.78", "number.value = 10.79"),
    "not shared": (VALUE, 'multiprocessing.Value("d", 10)', "Plain()"),
    "not joined": (VALUE, "    child.join()\n", ""),
    "a line less": (VALUE, "    show(number)\n    number.value", "    number.value"),
    "two lines change places": (
        VALUE,
        "    show(number)\n    number.value = 10.78\n",
        "    number.value = 10.78\n    show(number)\n",
    ),
    "nothing appended": (GLOBAL, "    numbers.append(number)\n", ""),
    "a process less": (GLOBAL, "range(2)", "range(1)"),
    "a process more": (GLOBAL, "range(2)", "range(3)"),
    "one after the other": (
        GLOBAL,
        "        child.start()\n    for child in children:\n",
        "        child.start()\n",
    ),
    "joined too late": (
        GLOBAL,
        "        child.join()\n    show()\n",
        "        pass\n    show()\n",
    ),
    "threads": (GLOBAL, "multiprocessing.Process", "__import__('threading').Thread"),
    "a copy": (GLOBAL, "id {id(numbers)}", "id {id(list(numbers))}"),
    "the parent's pid": (GLOBAL, "os.getpid()", "os.getppid()"),
    "one child fails": (GLOBAL, "    numbers.append", "    1 / number\n    numbers.append"),
    "the dict not managed": (DICT, "manager.dict()", "{}"),
    "the list not managed": (DICT, 'manager.list(["mongo"])', '["mongo"]'),
    "no lock": ("shared_memory/get_lock", "total.get_lock() if locked else ", ""),
    "no lock for threads": (
        THREADS,
        "in_two_threads(threading.Lock(),",
        "in_two_threads(nullcontext(),",
    ),
    "threads that count": (
        "shared_memory/get_lock",
        "multiprocessing.Process",
        "threading.Thread",
    ),
    "an ordinary dict": ("managers/nested_lost", "manager.dict", "dict"),
    "a proxy for a copy": ("managers/server_process", "names[:]", "names"),
    "the list not changed": ("article/equal_ids", "    numbers[0] = 11\n", ""),
    "no comma": ("article/trailing_comma", "greet),", "greet)"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_changed_example_is_seen(clone, fault):
    name, old, new = FAULTS[fault]
    clone.edit(f"{name}.py", old, new)
    if fault == "not shared":
        clone.edit(f"{name}.py", "def show", "class Plain:\n    value = 10.0\n\n\ndef show", 1)
    status, printed = clone("check", name.replace("/", "."))
    assert status == 1, printed
    assert re.search(r"record " + name.replace("/", "."), printed) or "not announced" in printed


def test_a_difference_is_shown_with_its_place(clone):
    clone.edit(f"{VALUE}.py", "10.78", "10.79")
    status, printed = clone("check", "value", "--start-method", "spawn")
    assert status == 1
    version = sys.version.split()[0]
    assert f"shared_memory.value, spawn, Python {version}: the output differs from" in printed
    assert "-child-1 │ pid <pid:child-1>  value 10.78  id <id:A@child-1>\n" in printed
    assert "+child-1 │ pid <pid:child-1>  value 10.79  id <id:A@child-1>\n" in printed
    assert "python -m ipcdocs record shared_memory.value" in printed


def every_character(text):
    """Places of a recording, one of each row and kind, that a test may change."""
    places: dict[tuple[int, str], int] = {}
    rows = text.split("\n")
    start = 0
    for number, row in enumerate(rows):
        for column, character in enumerate(row + "\n"):
            if start + column < len(text):
                places.setdefault((number, character), start + column)
        start += len(row) + 1
    return sorted(places.values())


@pytest.mark.timeout(600)  # a bar is tried with slower and slower processes
def test_any_changed_character_of_a_recording_is_seen(clone):
    """A few places drawn at random; the bars always. All places: `nox -s drift`."""
    name = f"{GLOBAL}.fork.out"
    text = clone.path(name).read_text("utf-8")
    places = every_character(text)
    bars = [place for place in places if text[place] in "│┊"][:2]
    method = ["--start-method", "fork"]
    for place in [*random.sample(places, 4), *bars]:
        new = {"│": "┊", "┊": "│"}.get(text[place], "x" if text[place] != "x" else "y")
        clone.path(name).write_text(text[:place] + new + text[place + 1 :], "utf-8")
        status, printed = clone("check", name.partition(".")[0].replace("/", "."), *method)
        assert status == 1, f"{text[place]!r} at {place} became {new!r}\n{printed}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n", "\r\n"),
        ("\nmain", "\nmain    │ more\nmain"),
        ("  numbers [27017, 1]", ""),
        ("┊", "│"),
        ("│", "┊"),
    ],
)
def test_a_changed_line_of_a_recording_is_seen(clone, old, new):
    clone.edit(f"{GLOBAL}.out", old, new)
    assert clone("check", "global_variable", "--start-method", "spawn")[0] == 1


def test_a_line_that_is_alone_cannot_be_free(clone):
    clone.edit("processes/threads.out", "│", "┊")
    status, printed = clone("check", "threads", "--start-method", "fork")
    assert status == 1
    assert "threads.out marks lines of main as free, but beside them no other" in printed


def test_free_lines_have_one_order_in_the_file(clone):
    path = clone.path(f"{GLOBAL}.out")
    text = path.read_text("utf-8")
    swapped = re.sub(r"(child-1.*\n)(child-2.*\n)", r"\2\1", text)
    assert swapped != text
    path.write_text(swapped, "utf-8")
    assert clone("check", "global_variable", "--start-method", "spawn")[0] == 1


def test_no_recording(clone):
    clone.path("article/typed_name.out").unlink()
    status, printed = clone("check", "typed_name")
    assert status == 1
    assert "typed_name, fork, " in printed
    assert "no recording. To make it: python -m ipcdocs record article.typed_name" in printed


@pytest.mark.parametrize("orphan", ["processes/nothing.out", "processes/threads.thread.out"])
def test_a_recording_without_example(clone, orphan):
    clone.keep("processes.threads")
    shutil.copy(clone.path("processes/threads.out"), clone.path(orphan))
    status, printed = clone("check")
    assert status == 1
    assert f"{Path(orphan).name} is the recording of no example: remove it" in printed


def test_a_variant_that_says_nothing_new(clone):
    base, variant = (f"processes/threads{end}.out" for end in ("", ".spawn.py312"))
    shutil.copy(clone.path(base), clone.path(variant))
    status, printed = clone("check", "threads", "--start-method", "fork")
    assert status == 1
    assert "threads.spawn.py312.out holds the same as threads.out: remove it" in printed


def test_a_recording_that_holds_nowhere(clone):
    clone.edit("processes/threads.out", "2", "3")
    for method in ("fork", "spawn", "forkserver"):
        shutil.copy(
            PACKAGE / "processes/threads.out", clone.path(f"processes/threads.{method}.out")
        )
    status, printed = clone("check", "threads", "--start-method", "fork")
    assert status == 1
    assert "wrong: threads.out holds under no start method and Python: remove it" in printed
