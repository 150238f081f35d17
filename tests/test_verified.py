"""What is verified is not run again until something changes that could affect it."""

import dataclasses
import json

import pytest

from ipcdocs._recording import verified
from ipcdocs._recording.basics import Misuse
from ipcdocs._recording.pythons import RUNNING
from tests.conftest import waited

CODES, REFUSALS = "shared_memory.typecodes", "shared_memory.array_refusals"
METHODS = 3


@pytest.fixture
def small(clone):
    """A copy with two examples, both verified."""
    clone.keep(CODES, REFUSALS)
    status, printed = clone("verify")
    assert status == 0, printed
    assert "verified.json is written" in printed
    return clone


def held(clone):
    (run,) = json.loads(clone.path("verified.json").read_text("utf-8"))["runs"]
    assert run["release"] == RUNNING.release
    return run["examples"]


def left_out(printed):
    """How many checks were left out, and which examples were run."""
    (row,) = [row for row in printed.splitlines() if row.endswith("left out: as verified")]
    names = {word.strip(",") for word in printed.split() if word.startswith("shared_memory.")}
    return row.removesuffix(" checks are left out: as verified"), names


def test_what_is_verified_is_noted_and_not_run_again(small):
    assert set(held(small)) == {CODES, REFUSALS}
    for example, one in held(small).items():
        name = f"{example.rpartition('.')[2]}.out"
        assert one["under"] == dict.fromkeys(("fork", "spawn", "forkserver"), name)
    before = small.path("verified.json").read_bytes()
    for command in ("check", "verify"):
        status, printed = small(command, "--changed")
        assert status == 0
        assert left_out(printed) == ("6 of 6", set())
    assert small.path("verified.json").read_bytes() == before
    assert left_out(small("check", "--changed", "typecodes", "--start-method", "fork")[1]) == (
        "1 of 1",
        set(),
    )


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("shared_memory/typecodes.py", "def main", "# Another line.\ndef main"),
        ("shared_memory/typecodes.out", "main ", "main  "),
    ],
)
def test_only_what_has_changed_is_run(small, name, old, new):
    small.edit(name, old, new)
    status, printed = small("check", "--changed")
    assert left_out(printed) == ("3 of 6", {CODES})
    assert status == (0 if name.endswith("py") else 1)


def test_what_needs_another_program_is_run_when_that_has_changed(clone):
    clone.keep("processes.guarded", "processes.imported")
    assert clone("verify")[0] == 0
    assert "8 of 8 checks are left out" in clone("check", "--changed")[1]
    clone.edit("processes/guarded.py", "def main", "# Another line.\ndef main")
    status, printed = clone("check", "--changed")
    assert status == 0, printed
    assert "0 of 8 checks are left out" in printed


def test_a_change_of_the_machinery_lets_all_be_run(small):
    small.edit("_recording/runs.py", "import os\n", "import os  # more\n")
    status, printed = small("verify", "--changed")
    assert (status, left_out(printed)) == (0, ("0 of 6", {CODES, REFUSALS}))
    assert left_out(small("check", "--changed")[1]) == ("6 of 6", set())


def test_what_fails_leaves_the_file_as_it_was(small):
    before = small.path("verified.json").read_bytes()
    small.edit("shared_memory/typecodes.py", "bytes", "octets")
    status, printed = small("verify", "--changed")
    assert status == 1
    assert f"wrong: {CODES}, fork" in printed
    assert printed.endswith("verified.json is as it was\n")
    assert small.path("verified.json").read_bytes() == before


def test_a_python_that_is_not_here_keeps_its_entries(small):
    run = json.loads(small.path("verified.json").read_text("utf-8"))["runs"][0]
    other = "3.12.1" if RUNNING.version != (3, 12) else "3.13.1"
    gone = {"shared_memory.gone": run["examples"][CODES]}
    theirs = {**run, "release": other, "platform": "Linux 1", "examples": run["examples"] | gone}
    runs = {"runs": [theirs]}
    small.path("verified.json").write_text(json.dumps(runs), "utf-8")
    small.edit("shared_memory/typecodes.py", "def main", "# Another line.\ndef main")
    status, printed = small("verify")
    assert status == 0
    assert f"{other[:4]}" in printed
    kept = json.loads(small.path("verified.json").read_text("utf-8"))["runs"]
    both = {each["release"]: each for each in kept}
    assert set(both) == {other, RUNNING.release}
    assert both[other] == {**theirs, "examples": {REFUSALS: run["examples"][REFUSALS]}}
    assert set(both[RUNNING.release]["examples"]) == {CODES, REFUSALS}


WAITS = '''\
"""An idea."""
import pathlib
import time
up, go = (pathlib.Path(__file__).with_name(name) for name in ("up", "go"))
up.touch()
while not go.exists():
    time.sleep(0.01)
print("said")
'''


@pytest.mark.parametrize("name", ["shared_memory/idea.py", "_recording/runs.py"])
def test_what_changes_while_it_is_verified_is_not_verified(clone, name):
    clone.keep("shared_memory.typecodes")
    clone.add("shared_memory/idea", WAITS, ["main    │ said"])
    with clone.started("verify") as running:
        waited(running, clone.path("shared_memory/up").exists)
        clone.path(name).write_text(clone.path(name).read_text("utf-8") + "# more\n", "utf-8")
        clone.path("shared_memory/go").touch()
        assert "has changed meanwhile: that is not noted" in running.communicate()[0]
    status, printed = clone("check", "--changed", "idea")
    assert (status, left_out(printed)) == (0, ("0 of 3", {"shared_memory.idea"}))


def test_stopping_leaves_the_file_as_it_was(small):
    before = small.path("verified.json").read_bytes()
    small.add("shared_memory/idea", WAITS, ["main    │ said"])
    with small.started("verify") as running:
        waited(running, small.path("shared_memory/up").exists)
        running.send_signal(2)
        running.communicate()
    assert running.returncode == 130
    assert small.path("verified.json").read_bytes() == before


DAMAGED = [
    "",
    "{",
    "[]",
    "7",
    "null",
    "{}",
    '{"runs": 1}',
    '{"runs": [1]}',
    '{"runs": [{}]}',
    '{"runs": {"release": "3.11.1"}}',
    '{"runs": [{"release": 3, "platform": "", "machinery": "", "examples": {}}]}',
    '{"runs": [{"release": "3.11.1", "platform": "", "machinery": "", "examples": []}]}',
    '{"runs": [{"release": "3.11.1", "platform": "", "machinery": "", "examples": {"a": 1}}]}',
    '{"runs": [{"release": "3.11.1", "platform": "", "machinery": "", "examples": {}, "a": 1}]}',
    '{"runs": [{"release": "3", "platform": "", "machinery": "", "examples": {}}]}',
    "[" * 1_000_000,
    "\udcff",
]


@pytest.mark.parametrize("text", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_file_is_named(tmp_path, text):
    path = tmp_path / "verified.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(Misuse, match=r"verified\.json cannot be read .*: remove it, then run"):
        verified.load(path)


@pytest.mark.parametrize("command", ["check", "verify"])
def test_with_a_damaged_file_nothing_is_run(clone, command):
    clone.keep(CODES)
    clone.path("verified.json").write_text('{"runs": [', "utf-8")
    status, printed = clone(command, "--changed")
    assert status == 2
    assert printed.startswith("ipcdocs: verified.json cannot be read")
    assert clone.path("verified.json").read_text("utf-8") == '{"runs": ['


def test_without_the_file_all_is_run(small):
    small.path("verified.json").unlink()
    status, printed = small("check", "--changed")
    assert (status, left_out(printed)) == (0, ("0 of 6", {CODES, REFUSALS}))


def test_a_file_that_cannot_be_written(clone):
    clone.keep(CODES)
    clone.path("verified.json").write_text('{"runs": []}', "utf-8")
    clone.read_only("")
    status, printed = clone("verify")
    assert status == 2
    assert "verified.json: Permission denied; that file is as it was" in printed
    assert clone.path("verified.json").read_text("utf-8") == '{"runs": []}'


def test_what_has_been_read_is_written_again_as_it_was(tmp_path):
    path = tmp_path / "verified.json"
    run = verified.Verified("3.14.1", "Linux 6", "abc")
    verified.save([run, dataclasses.replace(run, release="3.12.0")], [], {}, path)
    assert [each.release for each in verified.load(path)] == ["3.12.0", "3.14.1"]
