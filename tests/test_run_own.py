"""A reader's own program is run as the reader would, and nothing is missed of what it does."""

import fcntl
import io
import os
import re
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from ipcdocs._commands.table import cut
from ipcdocs._own.screen import Screen
from ipcdocs._recording.programs import interruptible
from ipcdocs._recording.runs import SHM
from tests.conftest import waited

CLEAN = "ipcdocs: nothing is left: no process, no shared memory, no semaphore, no file\n"


def test_folder_environment_arguments_and_input_are_the_readers(own):
    text = (
        "import os, sys\nprint(os.getcwd(), sys.argv, os.environ['MINE'])\n"
        "print(sys.stdin.read(), sys.path[0], sys.stdout.isatty())\n"
    )
    status, printed, told = own(text, "--start-method", "x y", input="one\ntwo")
    here = str(own.folder)
    assert printed.splitlines() == [
        f"main        │ {here} ['./mine.py', '--start-method', 'x y'] theirs",
        "main        │ one",
        f"main        │ two {here} False",
    ]
    assert (status, told) == (0, CLEAN)


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("raise SystemExit(7)", 7),
        ("import os; os.kill(os.getpid(), 9)", 137),
        ("import os; os.kill(os.getpid(), 15)", 143),
        ("raise KeyError('x')", 1),
    ],
)
def test_it_ends_as_the_program_does(own, code, status):
    assert own(code)[0] == status


CHILDREN = """
import multiprocessing, os, sys
def child(n):
    print(f"child {n} {os.getpid()}", file=sys.stderr if n else sys.stdout)
if __name__ == "__main__":
    for n in range(2):
        each = multiprocessing.Process(target=child, args=(n,))
        each.start()
        each.join()
    print("main", multiprocessing.get_start_method())
"""


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_each_line_has_its_writer(own, method):
    status, printed, told = own(CHILDREN, options=["--start-method", method])
    rows = printed.splitlines()
    for n, row in enumerate(rows[:2]):
        pid = row.split()[-1]
        assert re.fullmatch(rf"pid {pid} *{'!' if n else ' '}│ child {n} {pid}", row)
    assert rows[2] == f"main        │ main {method}"
    assert (status, told) == (0, CLEAN)


def test_a_module_and_another_python(own):
    (own.folder / "mine.py").write_text("import sys; print(__name__, sys.argv[1:])", "utf-8")
    line = [sys.executable, "-m", "ipcdocs", "run", "--python", sys.executable, "-m", "mine", "-q"]
    done = subprocess.run(
        line, cwd=own.folder, env=own.environment, capture_output=True, text=True
    )
    assert (done.stdout, done.returncode) == ("main        │ __main__ ['-q']\n", 0)


def test_a_prompt_is_there_before_the_answer(own):
    text = "name = input('Name? ')\nprint('Hello', name)"
    with own.started(text, stdin=subprocess.PIPE) as running:
        prompt = "main        │ Name? "
        assert running.stdout.read(len(prompt)) == prompt
        printed, _ = running.communicate("Ann\n")
    assert printed == "Hello Ann\n"


def test_50_megabytes_and_long_writings_come_whole(own):
    text = "import os\nprint('x' * 50_000_000)\nos.write(1, b'y' * 300_000)\n"
    status, printed, _ = own(text)
    assert status == 0
    assert printed == f"main        │ {'x' * 50_000_000}\nmain        │ {'y' * 300_000}\n"


def test_what_a_socket_cannot_do_is_said(own):
    status, printed, told = own("open('/dev/stdout', 'w')")
    assert status == 1
    assert "No such device or address: '/dev/stdout'" in printed
    assert "add --no-writers" in told
    text = "with open('/dev/stdout', 'w') as out: out.write('said')"
    assert own(text, options=["--no-writers"]) == (0, "said", "")


def test_what_is_left_is_told_and_left_alone(own):
    text = """
import multiprocessing, os, subprocess, sys
from multiprocessing import resource_tracker, shared_memory
segment = shared_memory.SharedMemory(create=True, size=8)
resource_tracker.unregister(segment._name, "shared_memory")
lock = multiprocessing.get_context("spawn").Lock()
resource_tracker.unregister(lock._semlock.name, "semaphore")
open("result.txt", "w").close()
open("gone.txt", "w").close()
os.remove("gone.txt")
streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
left = subprocess.Popen(["sleep", "600"], start_new_session=True, **streams)
print(segment.name, lock._semlock.name, left.pid, flush=True)
os._exit(0)
"""
    status, printed, told = own(text)
    segment, lock, pid = printed.split("│ ")[1].split()
    try:
        assert status == 0
        assert f"left running: {pid} sleep 600" in told
        assert f"left {SHM / segment} behind" in told
        assert f"left {SHM}/sem.{lock[1:]} behind" in told
        assert f"left the file {own.folder / 'result.txt'}" in told
        assert "gone.txt" not in told
        assert (SHM / segment).exists()
    finally:
        os.kill(int(pid), signal.SIGKILL)
        (SHM / segment).unlink(missing_ok=True)
        (SHM / f"sem.{lock[1:]}").unlink(missing_ok=True)


WAITS = """
import pathlib, signal, sys, time
try:
    pathlib.Path("up").touch()
    time.sleep(600)
except KeyboardInterrupt:
    print("interrupted")
    sys.exit(5)
"""


def test_a_signal_for_us_reaches_the_program_and_we_end_with_it(own):
    with own.started(WAITS) as running:
        waited(running, (own.folder / "up").exists)
        running.send_signal(signal.SIGINT)
        printed, told = running.communicate()
    assert (running.returncode, printed) == (5, "main        │ interrupted\n")
    assert "Traceback" not in told


COUNTS = """
import pathlib, signal
count = 0
def handler(*_):
    global count
    count += 1
    pathlib.Path("interrupted").touch()
signal.signal(signal.SIGINT, handler)
pathlib.Path("up").touch()
input()
print("signals", count)
"""


def test_ctrl_c_on_a_terminal_comes_once(own):
    ours, theirs = os.openpty()

    def lead():
        os.setsid()
        fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)
        interruptible()

    with own.started(COUNTS, stdin=theirs, preexec_fn=lead) as running:
        os.close(theirs)
        waited(running, (own.folder / "up").exists)
        os.write(ours, b"\x03")
        waited(running, (own.folder / "interrupted").exists)
        os.write(ours, b"\n")
        printed, told = running.communicate()
    os.close(ours)
    assert (running.returncode, printed) == (0, "main        │ signals 1\n")
    assert "Traceback" not in told


def test_a_limit_ends_it_and_says_so(own):
    text = "import multiprocessing, time; lock = multiprocessing.get_context('spawn').Lock()\n"
    text += "print('up'); time.sleep(600)"
    status, printed, told = own(text, options=["--limit", "1"])
    assert (status, printed.splitlines()[0]) == (137, "main        │ up")
    assert told == "ipcdocs: still ran after its limit of 1 s, and was stopped\n"


def test_a_reader_that_goes_away_ends_it_quietly(own):
    text = "import time\nwhile True: print('x', flush=True)"
    with own.started(text) as running:
        assert running.stdout.readline() == "main        │ x\n"
        running.stdout.close()
        assert running.stderr.read() == ""
    assert running.returncode == 2


def test_the_readers_own_sitecustomize_has_its_turn(own):
    (own.folder / "sitecustomize.py").write_text("import builtins; builtins.mine = 'theirs'")
    own.environment["PYTHONPATH"] += f"{os.pathsep}{own.folder}"
    text = "import sys; print(mine, [p for p in sys.path if 'startup' in p])"
    assert own(text)[1] == "main        │ theirs []\n"


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("./none.py", "there is no file './none.py' in "),
        ("none.py", "there is no file 'none.py' in "),
        ("-m", "-m needs the name of a module"),
    ],
)
def test_what_is_not_there(own, word, message):
    line = [sys.executable, "-m", "ipcdocs", "run", word]
    done = subprocess.run(
        line, cwd=own.folder, env=own.environment, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_the_command_line_is_cut_where_the_program_begins(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.py").touch()
    cases = {
        "run mine.py --limit 3": ("run", "mine.py --limit 3"),
        "run --limit 3 ./mine.py -h": ("run --limit 3", "./mine.py -h"),
        "run --limit=3 -m pytest -q": ("run --limit=3", "-m pytest -q"),
        "run value --start-method fork": ("run value --start-method fork", ""),
        "run value.py": ("run value.py", ""),
        "run -- value --help": ("run", "value --help"),
        "compare value x": ("compare", "value x"),
        "check mine.py": ("check mine.py", ""),
    }
    for line, (ours, theirs) in cases.items():
        assert [" ".join(part) for part in cut(line.split())] == [ours, theirs]


def shown(*pieces):
    """What a screen shows of pieces, each (pid, whether to standard error, bytes)."""

    out = io.BytesIO()
    screen = Screen(out)
    screen.main = 1
    for piece in pieces:
        screen.piece(*piece)
    screen.finish()
    return out.getvalue().decode().splitlines()


def test_halves_of_lines_are_shown_at_once_and_told_apart():
    rows = shown((1, False, b"a"), (1, False, b"b\nc"), (2, True, b"x\n"), (1, False, b"d\n"))
    assert rows == ["main        │ ab", "main        │ c", "pid 2      !│ x", "main        ┆ d"]


def test_what_writes_a_line_over_keeps_the_gutter_and_colours_pass():
    assert shown((1, False, b"1%\r2%\r\n\x1b[31mred\x1b[0m\n")) == [
        "main        │ 1%",
        "main        │ 2%",
        "main        │ \x1b[31mred\x1b[0m",
    ]


def test_on_a_terminal_the_program_sees_one(own):
    ours, theirs = os.openpty()
    text = "import os, sys; print(sys.stdout.isatty(), os.isatty(1), os.isatty(2))"
    with own.started(text, stdout=theirs) as running:
        os.close(theirs)
        seen = b""
        while b"\n" not in seen:
            seen += os.read(ours, 1000)
        running.wait()
    os.close(ours)
    assert b"True True True" in seen
    assert running.returncode == 0


def test_nothing_of_a_run_is_in_the_temporary_folder_later(own, temporary):
    own.environment["TMPDIR"] = str(temporary)
    assert own(CHILDREN)[0] == 0
    assert list(temporary.iterdir()) == []


def test_a_run_that_is_killed_leaves_nothing(own, temporary):
    """Its keeper ends what it has started; only the program's own folders are the program's."""
    more = "import time; open(str(n), 'w'); time.sleep(600); print("
    text = CHILDREN.replace("print(", more)
    own.environment["TMPDIR"] = str(temporary)
    with own.started(text, stdout=subprocess.DEVNULL) as running:
        waited(running, (own.folder / "0").exists)
        running.kill()
    deadline = time.monotonic() + 60
    # A fork server that is killed leaves the folder of its socket, as without us.
    while list(temporary.glob("ipcdocs-*")) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert list(temporary.glob("ipcdocs-*")) == []
    mark = f"TMPDIR={temporary}".encode()
    assert not [each for each in Path("/proc").glob("[0-9]*") if mark in environ(each)]


def environ(entry):
    try:
        return (entry / "environ").read_bytes()
    except OSError:
        return b""
