"""A reader's program under each start method: the same, or the first difference and its cause."""

import os
import socket
import subprocess
import sys

import pytest

from ipcdocs._commands import table
from ipcdocs._own import comparing
from ipcdocs._own.likeness import Shown, neutral, unmatched
from ipcdocs._recording.basics import methods_here

GUARD = 'if __name__ == "__main__":\n'
HEAD = "import multiprocessing, os, sys, threading\nfrom multiprocessing import Process\n"
SAME = "the same under fork, spawn, forkserver\n"


def of(own, text, *arguments, **more):
    """The status, what is printed and what is told of a program compared."""
    return own(HEAD + text, *arguments, command="compare", **more)


def test_what_is_the_same(own):
    text = f"def child(): print('child', os.getpid())\n{GUARD}    p = Process(target=child)\n"
    text += "    p.start(); p.join(); print(f'process_{p.pid} has ended', p.exitcode)\n"
    status, printed, _ = of(own, text)
    assert (status, printed.endswith(SAME)) == (0, True), printed
    assert "fork        2 lines of main and 1 child, exit status 0\n" in printed


def test_the_same_but_for_the_order(own):
    text = "def child(n, mine, other):\n    mine.wait(); print('child', n); other.set()\n"
    text += f"{GUARD}    events = [multiprocessing.Event(), multiprocessing.Event()]\n"
    text += "    first = multiprocessing.get_start_method() == 'spawn'\n    events[first].set()\n"
    text += (
        "    ps = [Process(target=child, args=(n, events[n], events[1 - n])) for n in (0, 1)]\n"
    )
    text += "    [p.start() for p in ps]; [p.join() for p in ps]\n"
    status, printed, _ = of(own, text)
    assert status == 0, printed
    assert printed.endswith("but for the order, or which child printed a line\n")


CAUSES = {
    "no guard": (
        "def f(): print('hello')\np = Process(target=f)\np.start()\np.join()\n",
        ["RuntimeError: An attempt has been made", "docs/en/processes/guard.md, section"],
    ),
    "a pool without guard": (
        "print(sum(multiprocessing.Pool(2).map(abs, [1, 2])))\n",
        ["still running: 10 processes have written the same", "docs/en/processes/guard.md"],
    ),
    "a lock in self": (
        "class A:\n    def __init__(self): self.lock = threading.Lock()\n"
        f"    def work(self): print('works')\n{GUARD}"
        "    p = Process(target=A().work)\n    p.start()\n    p.join()\n",
        [
            "cause: under spawn, what a process or a task is given is pickled, and "
            "target.__self__.lock cannot be: it is an object of the type _thread.lock",
            "docs/en/processes/picklable.md, section",
        ],
    ),
    "a global": (
        f"count = 0\ndef f(): print(count)\n{GUARD}    count = 100\n"
        "    p = Process(target=f)\n    p.start()\n    p.join()\n",
        [
            "> child-1 │ 100",
            "> child-1 │ 0",
            "likely cause: the global count is 100 in the parent when it starts Process-1, and "
            "is 0 in the child",
            "docs/en/processes/global-variable.md, section",
        ],
    ),
    "a global that is not there": (
        f"def f(): print(extra)\n{GUARD}    extra = 1\n"
        "    p = Process(target=f)\n    p.start()\n    p.join()\n",
        ["the global extra is 1 in the parent", "does not exist in the child", "NameError: name"],
    ),
    "logging": (
        f"import logging\ndef f(): logging.info('said')\n{GUARD}"
        "    logging.basicConfig(level=logging.INFO)\n"
        "    p = Process(target=f)\n    p.start()\n    p.join()\n",
        ["likely cause: the parent has set up logging, and a child has not: under spawn"],
    ),
    "a thread's lock": (
        "lock = threading.Lock()\nheld = threading.Event()\nover = threading.Event()\n"
        "def hold():\n    with lock:\n        held.set(); over.wait()\n"
        f"def f():\n    with lock: print('has it')\n{GUARD}"
        "    threading.Thread(target=hold, name='holder', daemon=True).start(); held.wait()\n"
        "    p = Process(target=f)\n    p.start()\n    p.join()\n    over.set()\n",
        [
            "fork        0 lines, still running after 10 s",
            "cause: Process-1 was forked while the parent had other threads (holder): a lock",
            "docs/en/processes/fork-with-threads.md, section",
        ],
    ),
}


@pytest.mark.parametrize("name", CAUSES)
def test_a_difference_and_its_cause(own, name):
    text, words = CAUSES[name]
    status, printed, _ = of(own, text)
    assert status == 1
    assert "fork and spawn differ, and the same under forkserver. The first differ" in printed
    for each in words:
        assert each in printed, printed


def test_a_cause_that_cannot_be_seen_is_said_to_be_unseen(own):
    text = f"def f(): print(__name__)\n{GUARD}    p = Process(target=f)\n"
    text += "    p.start()\n    p.join()\n"
    status, printed, _ = of(own, text)
    assert status == 1
    assert "> child-1 │ __mp_main__" in printed
    assert "The cause cannot be seen from outside." in printed


def test_numbers_that_differ_each_time_are_not_compared(own):
    text = "import random, time\nprint('random', random.random())\nprint(f'{time.time():.6f} s')\n"
    status, printed, _ = of(own, text + f"{GUARD}    print('end')\n")
    assert (status, printed.endswith(SAME)) == (0, True), printed
    assert "numbers in 1 kind of lines differ from run to run under fork alone" in printed
    assert "it started no process by multiprocessing" in printed


def test_what_never_prints_the_same_is_said_to_be_so(own):
    text = "import pathlib\nhere = pathlib.Path('times')\nhere.touch()\n"
    text += "times = len(here.read_text())\nhere.write_text('x' * (times + 1))\n"
    text += "print('abcdefgh'[times])\n"
    status, printed, _ = of(own, text)
    assert status == 1
    assert "It does not print the same twice under fork either" in printed


def test_a_program_that_chooses_the_method_itself(own):
    text = f"def f(): print('f')\n{GUARD}    multiprocessing.set_start_method('spawn')\n"
    status, printed, _ = of(own, text + "    p = Process(target=f)\n    p.start()\n    p.join()\n")
    assert status == 0, printed
    assert "the program starts its processes by spawn whatever the default is" in printed


@pytest.mark.parametrize("way", ["pipe", "file"])
def test_each_run_gets_the_same_input(own, way):
    text = f"{GUARD}    print(input(), sys.stdin.read())\n"
    if way == "pipe":
        status, printed, _ = of(own, text, input="one\ntwo\n")
    else:
        path = own.folder / "input.txt"
        path.write_text("zero\none\ntwo\n")
        with path.open() as file:
            os.lseek(file.fileno(), 5, os.SEEK_SET)
            status, printed, _ = of(own, text, stdin=file)
    assert (status, printed.endswith(SAME)) == (0, True), printed
    assert "2 lines, exit status 0" in printed


def test_input_that_never_ends_holds_nobody_up(own):
    reading, writing = os.pipe()
    status, _, _ = of(own, "print('reads nothing')", stdin=reading)
    os.close(reading)
    os.close(writing)
    assert status == 0


def test_what_is_left_under_one_method_only_is_a_difference(own):
    text = f"def f(): pass\n{GUARD}    p = Process(target=f)\n    p.start()\n    p.join()\n"
    text += "    if multiprocessing.get_start_method() == 'spawn':\n"
    text += "        import subprocess; subprocess.Popen(['sleep', '600'])\n"
    status, printed, _ = of(own, text)
    assert status == 1
    assert "spawn       0 lines, exit status 0, left a process running\n" in printed


def test_pytest_can_be_compared(own):
    (own.folder / "tests").mkdir()
    text = "import multiprocessing\ndef test_it():\n"
    text += "    assert multiprocessing.get_start_method() != 'spawn'\n"
    (own.folder / "tests/test_mine.py").write_text(text, "utf-8")
    line = ["-m", "ipcdocs", "compare", "-m", "pytest", "-p", "no:cacheprovider", "tests"]
    done = subprocess.run(
        [sys.executable, *line],
        cwd=own.folder,
        env=own.environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 1
    assert "fork and spawn differ. The first difference:" in done.stdout
    assert "> main    │ tests/test_mine.py ." in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(["./none.py"], "there is no file"), (["-m", "no_such_module"], "No module named")],
)
def test_what_cannot_be_tried(own, arguments, message):
    line = [sys.executable, "-m", "ipcdocs", "compare", *arguments]
    done = subprocess.run(
        line, cwd=own.folder, env=own.environment, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_without_the_kernels_help_it_works_and_says_so(own, monkeypatch, capfd):
    path = own.folder / "mine.py"
    path.write_text(HEAD + CAUSES["a global"][0], "utf-8")
    monkeypatch.delattr(socket, "SO_PASSCRED")
    monkeypatch.setattr(sys, "stdin", None)
    assert table.main(["compare", str(path)]) == 1
    out, err = capfd.readouterr()
    assert "only Linux says which process wrote a line: this is without" in err
    assert ">   100" in out
    assert "the global count is 100 in the parent" in out


def test_with_one_method_there_is_nothing_to_compare(own, monkeypatch, capsys):
    (own.folder / "mine.py").touch()
    monkeypatch.setattr(comparing, "methods_here", lambda: ["spawn"])
    assert table.main(["compare", str(own.folder / "mine.py")]) == 2
    assert (
        "this platform has spawn only, and there is nothing to compare" in capsys.readouterr().err
    )
    assert methods_here() == ["fork", "spawn", "forkserver"]


def test_digits_behind_a_point_are_no_id():
    assert neutral("random 0.141882412328719", "fork") == "random 0.141882412328719"
    assert neutral("id 140703361212208", "fork") == "id <id>"


def test_a_number_that_happens_to_be_a_pid_is_no_difference():
    one = [Shown("main", False, "total <pid:child-1>", "total 45")]
    other = [Shown("main", False, "total 45", "total 45")]
    assert unmatched(one, other) == ([], [])


@pytest.mark.parametrize(
    ("text", "method", "same"),
    [
        ("SpawnPoolWorker-1 ForkProcess-2", "spawn", "PoolWorker-1 Process-2"),
        ("took 0.25 seconds", "fork", "took <time> seconds"),
        ("took 25 seconds", "fork", "took 25 seconds"),
        ("at 12:30:01,250", "fork", "at <time>"),
        ("under spawn, not fork", "spawn", "under <method>, not fork"),
    ],
)
def test_what_a_method_or_a_clock_puts_into_a_line(text, method, same):
    assert neutral(text, method) == same
