"""The commands, used well and badly, on a copy of the package that may be spoilt."""

import ast
import re
import shutil
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from ipcdocs._commands import table as command
from ipcdocs._recording import check
from ipcdocs._recording.basics import PACKAGE, Misuse, methods_here
from ipcdocs._recording.examples import examples
from ipcdocs._recording.programs import interruptible
from ipcdocs._recording.pythons import RUNNING
from ipcdocs._recording.record import write

VALUE = "shared_memory/value"


def test_list_names_every_example(clone):
    status, printed = clone("list")
    assert status == 0
    assert [line.split("  ")[0] for line in printed.splitlines()] == list(examples())
    assert all(re.search(r"  \S.*[.?\w]$", line) for line in printed.splitlines())


def test_run_tells_the_writers(clone):
    status, printed = clone("run", "value", "--start-method", "spawn")
    writers = [line.split("│")[0].strip() for line in printed.splitlines()]
    assert status == 0
    assert writers[0] == writers[-1] == "main"
    assert re.fullmatch(r"pid \d+", writers[1])
    assert f"{writers[1]}  value 10.78" in printed


def test_run_ends_as_the_example_does(clone):
    status, printed = clone("run", "trailing_comma")
    assert status == 1
    assert "main       !│ AttributeError: 'tuple' object has no attribute 'start'" in printed


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["run", "valuw"], "no example is named 'valuw'; the nearest: shared_memory.value"),
        (["check", "global"], "the nearest: processes.global_variable"),
        (["record", "xyzzy"], "nothing is near it. 'python -m ipcdocs list' names all"),
        (["run", "value", "--start-method", "thread"], "invalid choice: 'thread'"),
        (["check", "--start-method", "fork", "valuw"], "the nearest: shared_memory.value"),
        (["run"], "the following arguments are required: NAME"),
        (["compare"], "the following arguments are required: a FILE of yours"),
        (["run", "--limit", "0", "value"], "invalid seconds value: '0'"),
        (["run", "--python", "python9", "value"], "there is no Python 'python9'"),
        (["explain", "none.txt"], "none.txt cannot be read: No such file or directory"),
        (["bake"], "invalid choice: 'bake'"),
        ([], "the following arguments are required: COMMAND"),
    ],
)
def test_bad_input_gets_status_2_and_a_way_out(clone, arguments, message):
    status, printed = clone(*arguments)
    assert status == 2
    assert message in printed
    assert "Traceback" not in printed


def test_a_last_part_that_is_not_unique(clone):
    shutil.copy(clone.path(f"{VALUE}.py"), clone.path("managers/value.py"))
    status, printed = clone("run", "value")
    assert status == 2
    assert "'value' may be managers.value or shared_memory.value: give the whole name" in printed


def test_a_start_method_that_the_platform_lacks(monkeypatch, capsys):
    monkeypatch.setattr(command, "methods_here", lambda: ["spawn"])
    assert command.main(["run", "value", "--start-method", "fork"]) == 2
    assert "this platform has no start method 'fork'; it has: spawn" in capsys.readouterr().err


def test_elsewhere_than_on_linux(monkeypatch, capfd):
    monkeypatch.delattr(socket, "SO_PASSCRED")
    for arguments in (["check"], ["record"]):
        assert command.main(arguments) == 2
        assert "need Linux" in capfd.readouterr().err
    assert command.main(["run", "typed_name"]) == 0
    assert capfd.readouterr().out.startswith("[func] number 0\nis there a function func? False\n")
    assert command.main(["list"]) == 0


@pytest.mark.parametrize(
    "name",
    [
        "ipcdocs.article.typed_name",
        "ipcdocs/article/typed_name.py",
        "./ipcdocs/article/typed_name.py",
        "article/typed_name",
        "article\\typed_name.py",
        "article/typed-name",
        "typed_name.py",
    ],
)
def test_a_name_may_be_spelt_as_it_is_met(clone, name):
    status, printed = clone("run", name, "--start-method", "fork")
    assert (status, printed.splitlines()[0]) == (0, "main        │ [func] number 0")
    status, printed = clone("check", name, "--start-method", "fork")
    assert status == 0
    assert printed.endswith("under fork: no differences\n")


OLD = [each for each in Path("~/.pyenv/versions").expanduser().glob("*/bin/python")]
OLD += [Path(found) for each in ("3.8", "3.9", "3.10") if (found := shutil.which(f"python{each}"))]


@pytest.mark.parametrize("name", ["__main__.py", "__init__.py"])
def test_what_any_python_reads_has_old_syntax(name):
    """A Python as old as 3.8 comes to the sentence that says which one is needed."""
    ast.parse((PACKAGE / name).read_text("utf-8"), feature_version=(3, 8))
    assert not re.search(r"""\bf["']|->|:=""", (PACKAGE / name).read_text("utf-8"))


@pytest.mark.parametrize("python", OLD, ids=str)
def test_an_old_python_is_told_what_is_needed(python):
    tell = "import sys; sys.stdout.write('%d %d' % sys.version_info[:2])"
    answer = subprocess.run([python, "-c", tell], capture_output=True, text=True).stdout
    if not answer or tuple(map(int, answer.split())) >= (3, 11):
        pytest.skip("a newer one, or none")
    done = subprocess.run(
        [python, "-m", "ipcdocs", "list"], cwd=PACKAGE.parent, capture_output=True, text=True
    )
    version = answer.replace(" ", ".")
    told = f"ipcdocs: this is Python {version}, and 3.11 or later is needed\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


def test_check_is_quiet_about_what_holds(clone):
    status, printed = clone("check", "value", "--start-method", "fork")
    assert status == 0
    assert printed.splitlines()[-1].startswith("1 examples on Python ")
    assert printed.endswith("under fork: no differences\n")


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("sys.exit(3)", "ended with exit status 3, not announced"),
        ("os.kill(os.getpid(), 9)", "ended with killed by SIGKILL, not announced"),
        ("print('oh', file=sys.stderr)", "wrote to standard error, not announced"),
        ("open('left', 'w').close()", "left left in the temporary folder"),
        ("time.sleep(600)", "still ran after its limit of 1 s, and was stopped"),
    ],
)
def test_what_is_not_announced_is_a_failure(clone, code, problem):
    text = '"""An idea."""\n# Expected: at most 1 s.\nimport os, sys, time\n'
    if "sleep" not in code:
        text = text.replace("# Expected: at most 1 s.\n", "")
    clone.path("processes/idea.py").write_text(f"{text}print('seen')\n{code}\n", "utf-8")
    clone.path("processes/idea.out").write_text(
        "$ python -m ipcdocs.processes.idea\nmain    │ seen\n"
    )
    status, printed = clone("check", "idea", "--start-method", "fork")
    assert status == 1
    assert problem in printed
    assert "main    │ seen" in printed


def test_what_is_announced_and_does_not_happen_is_a_failure(clone):
    clone.edit(
        "processes/threads.py", '"""\n\n', '"""\n# Expected: stderr, exit status 0 or 4.\n\n', 1
    )
    status, printed = clone("check", "threads", "--start-method", "fork")
    assert status == 1
    assert "announces exit status 4, which no recording has" in printed
    assert "announces stderr, which no recording has" in printed


@pytest.mark.parametrize(
    ("way", "command", "first"),
    [
        ("as a script", "python ipcdocs/processes/idea.py", "idea.py"),
        ("from standard input", "python < ipcdocs/processes/idea.py", ""),
        ("with -c", 'python -c "$(cat ipcdocs/processes/idea.py)"', "-c"),
    ],
)
def test_a_program_that_is_not_run_as_a_module(clone, way, command, first):
    clone.path("processes/idea.py").write_text(
        f'"""An idea."""\n# Expected: run {way}.\n\nimport sys\n\n'
        'name = sys.argv[0].rpartition("/")[2]\nprint(f"begun as {name!r}")\n'
    )
    recording = f"$ {command}\nmain    │ begun as {first!r}\n"
    clone.path("processes/idea.out").write_text(recording)
    status, printed = clone("check", "idea", "--start-method", "fork")
    assert status == 0, printed
    status, printed = clone("run", "idea", "--start-method", "fork")
    assert (status, printed) == (0, f"main        │ begun as {first!r}\n")


def test_a_program_can_be_interrupted_by_one_that_cannot(clone):
    clone.before = lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)
    status, printed = clone("check", "ctrl_c_stop", "--start-method", "fork")
    assert status == 0, printed


def test_an_announcement_that_is_not_known(clone):
    clone.edit("processes/threads.py", '"""\n\n', '"""\n# Expected: trouble.\n\n', 1)
    status, printed = clone("check", "threads", "--start-method", "fork")
    assert status == 2
    assert "'# Expected: ' does not know 'trouble'; it knows 'stderr'" in printed


@pytest.mark.timeout(600)  # three commands with processes that are slowed down
def test_record_writes_what_check_accepts_and_changes_nothing_twice(clone):
    clone.edit("processes/plain_object.py", "10.78", "11.5")
    status, printed = clone("record", "plain_object")
    assert status == 0
    assert "-child-1 │ pid <pid:child-1>  value 10.78  id <id:A@child-1>" in printed
    assert "+child-1 │ pid <pid:child-1>  value 11.5  id <id:A@child-1>" in printed
    assert clone("check", "plain_object")[0] == 0
    status, printed = clone("record", "plain_object")
    assert (status, printed.splitlines()[-1][:20]) == (0, "0 recordings changed")


def test_record_refuses_what_is_not_certain(clone):
    clone.edit("processes/plain_object.py", "10.78", "__import__('random').random()")
    before = clone.path("processes/plain_object.out").read_text("utf-8")
    status, printed = clone("record", "plain_object")
    assert status == 1
    assert "two runs print different things" in printed
    assert clone.path("processes/plain_object.out").read_text("utf-8") == before


def test_record_says_where_it_failed(clone):
    clone.path("processes/idea.py").write_text('"""An idea."""\nraise SystemExit(3)\n', "utf-8")
    status, printed = clone("record", "idea")
    assert status == 1
    where = rf"processes\.idea, (fork|spawn|forkserver), Python {re.escape(RUNNING.release)}: "
    assert re.search(where + "ended with exit status 3, not announced", printed)


def test_record_refuses_what_prints_nothing_unless_that_is_announced(clone):
    clone.path("processes/idea.py").write_text('"""An idea."""\n', "utf-8")
    status, printed = clone("record", "idea")
    assert status == 1
    assert "it prints nothing. Let it print what it shows, or announce" in printed
    assert not clone.path("processes/idea.out").exists()
    text = '"""An idea."""\n# Expected: prints nothing.\n'
    clone.path("processes/idea.py").write_text(text, "utf-8")
    assert clone("record", "idea")[0] == 0
    assert clone.path("processes/idea.out").read_text() == "$ python -m ipcdocs.processes.idea\n"


def test_record_keeps_what_it_cannot_make_anew(clone):
    status, printed = clone("record", "no_guard_file")
    assert status == 2
    assert re.search(r"no_guard_file[.\w]*\.py31\d\.out, which depends on the version", printed)


def test_a_folder_that_cannot_be_written_to(tmp_path):
    with pytest.raises(Misuse, match=r"cannot write .*idea\.out: .*; that file is as it was"):
        write({tmp_path / "no" / "idea.out": "text"})


def test_a_write_that_fails_leaves_the_old_recording(tmp_path, monkeypatch):
    path = tmp_path / "idea.out"
    path.write_text("old", "utf-8")

    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Misuse, match="No space left on device"):
        write({path: "new"})
    assert [each.read_text("utf-8") for each in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize("what", ["check", "record", "run"])
@pytest.mark.parametrize(
    ("stops", "ignored"),
    [
        ([signal.SIGINT], None),
        ([signal.SIGINT] * 5, None),
        ([signal.SIGTERM], signal.SIGINT),  # as in the background of a shell script
        ([signal.SIGHUP], None),
    ],
    ids=str,
)
def test_stopping_ends_everything(clone, temporary, what, stops, ignored):
    text = '"""An idea."""\nimport pathlib, time, multiprocessing\n'
    text += "started = pathlib.Path(__file__).with_name('started')\n"
    text += "def child():\n    started.touch()\n    time.sleep(600)\n"
    text += "if __name__ == '__main__':\n    multiprocessing.Process(target=child).start()\n"
    clone.path("processes/idea.py").write_text(text, "utf-8")
    shutil.copy(clone.path("processes/threads.out"), clone.path("processes/idea.out"))
    running = subprocess.Popen(
        [*clone.start, what, "idea"],
        cwd=clone.folder,
        env=clone.environment | {"TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=(lambda: signal.signal(ignored, signal.SIG_IGN)) if ignored else interruptible,
    )
    while not clone.path("processes/started").exists():
        assert running.poll() is None
    for stop in stops:
        running.send_signal(stop)
    printed, _ = running.communicate()
    assert running.returncode == 130
    assert "ipcdocs: stopped; everything that was started has been ended" in printed
    assert list(temporary.iterdir()) == []
    assert str(temporary) not in " ".join(map(environ, Path("/proc").glob("[0-9]*")))
    same = clone.path("processes/threads.out").read_text("utf-8")
    assert clone.path("processes/idea.out").read_text("utf-8") == same


def environ(process):
    try:
        return (process / "environ").read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def test_a_reader_that_goes_away_is_no_trouble(clone):
    for arguments in (["list"], ["run", "value"], ["check", "typed_name", "value"]):
        with subprocess.Popen(
            [*clone.start, *arguments],
            cwd=clone.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as running:
            assert running.stdout
            assert running.stderr
            running.stdout.close()
            assert running.stderr.read() == ""
        assert running.returncode == 2


def test_no_room_for_what_is_printed(clone):
    with Path("/dev/full").open("w") as full:
        for arguments in (["list"], ["run", "value"]):
            done = subprocess.run(
                [*clone.start, *arguments],
                cwd=clone.folder,
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
            )
            assert done.returncode == 2
            assert done.stderr == "ipcdocs: [Errno 28] No space left on device\n"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"\xff", "article.typed_name cannot be read: 'utf-8' codec"),
        (b"def", "article.typed_name is not a Python program: invalid syntax"),
    ],
)
def test_a_broken_example_is_named_and_the_others_listed(clone, content, problem):
    clone.path("article/typed_name.py").write_bytes(content)
    status, printed = clone("list")
    assert status == 1
    assert problem in printed
    assert "Two processes add one to a Value" in printed
    status, printed = clone("check", "typed_name")
    assert status in (1, 2)
    assert "article.typed_name" in printed
    assert "ExceptionGroup" not in printed


def test_a_broken_recording_is_named_and_made_anew(clone):
    clone.path("article/typed_name.out").write_bytes(b"\xff")
    status, printed = clone("check", "typed_name")
    assert status == 1
    assert "typed_name.out cannot be read: 'utf-8' codec" in printed
    assert clone("record", "typed_name")[0] == 0
    assert clone("check", "typed_name")[0] == 0


def test_jobs_cover_every_example_and_method():
    every = [e for e in examples().values() if e.expected.holds_on(RUNNING.release)]
    jobs = check.jobs(every, methods_here(), RUNNING)
    found = {(job.example.name, job.method) for job in jobs if job.method}
    assert found == {(e.name, m) for e in every for m in methods_here()}
