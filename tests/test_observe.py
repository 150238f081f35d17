"""What a run tells: who printed what, in which order, and what was left behind."""

import asyncio
import os
import shutil
import subprocess
import textwrap
from pathlib import Path

import pytest

from ipcdocs._recording import runs
from ipcdocs._recording.basics import methods_here
from ipcdocs._recording.observe import observe
from ipcdocs._recording.programs import Program
from ipcdocs._recording.runs import SHM, Run, alive
from tests.conftest import HEAD, said


@pytest.mark.parametrize("method", methods_here())
def test_functions_of_main_work_in_children(program, method):
    run = program(
        """
        def child():
            print(f"{__name__ == '__main__'} {multiprocessing.get_start_method()}")
        if __name__ == "__main__":
            process = Process(target=child)
            process.start()
            process.join()
            print(f"main {process.exitcode}")
        """,
        method,
    )
    here = method == "fork"
    assert said(run) == [("child-1", False, f"{here} {method}"), ("main", False, "main 0")]
    assert (run.status, run.problems) == (0, [])


def test_the_start_method_can_still_be_chosen_once(program):
    run = program(
        """
        multiprocessing.set_start_method("fork")
        print(multiprocessing.get_start_method())
        """,
        "spawn",
    )
    assert said(run) == [("main", False, "fork")]


def test_both_streams_come_in_the_order_of_writing(program):
    run = program(
        """
        for number in range(200):
            print(number, file=sys.stdout if number % 3 else sys.stderr)
        """
    )
    assert said(run) == [("main", number % 3 == 0, str(number)) for number in range(200)]


def test_lines_of_several_processes_are_not_torn(program):
    run = program(
        """
        def child(mark):
            for number in range(50):
                print(mark, "x" * 5000, number)
        if __name__ == "__main__":
            children = [Process(target=child, args=(mark,)) for mark in "ab"]
            [each.start() for each in children]
            [each.join() for each in children]
        """
    )
    expected = {mark: [f"{mark} {'x' * 5000} {n}" for n in range(50)] for mark in "ab"}
    found = {mark: [text for _, _, text in said(run) if text[0] == mark] for mark in "ab"}
    assert found == expected


def test_the_streams_look_like_those_of_python(program):
    run = program("print(sys.stdout, sys.stderr.name, sys.stderr.mode, sys.stdout.fileno())")
    stream = "<_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>"
    assert said(run) == [("main", False, f"{stream} <stderr> w 1")]


def test_a_long_write_comes_whole(program):
    run = program("print('x' * 900_000)")
    assert said(run) == [("main", False, "x" * 900_000)]


def test_bytes_and_endings_are_shown_as_they_are(program):
    run = program(
        """
        sys.stdout.buffer.write(b"\\xff\\n")
        sys.stdout.buffer.flush()
        print("no", end="")
        """
    )
    assert said(run) == [("main", False, "\\xff"), ("main", False, "no⟨no newline⟩")]


def test_a_line_without_an_end_stands_where_it_was_written(program):
    run = program(
        """
        def child(number):
            print(f"child {number}", end="")
        if __name__ == "__main__":
            for number in range(2):
                process = Process(target=child, args=(number,))
                process.start()
                process.join()
                print(f"main {number}")
        """
    )
    assert [(writer, text) for writer, _, text in said(run)] == [
        ("child-1", "child 0⟨no newline⟩"),
        ("main", "main 0"),
        ("child-2", "child 1⟨no newline⟩"),
        ("main", "main 1"),
    ]


def test_the_environment_is_made_from_scratch(program, monkeypatch):
    for name in ("PYTHONUNBUFFERED", "PYTHONWARNINGS", "SECRET"):
        monkeypatch.setenv(name, "1")
    run = program("print(sorted(name for name in os.environ if not name.startswith('IPCDOCS')))")
    names = ["HOME", "LANG", "PATH", "PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "TMPDIR"]
    assert said(run) == [("main", False, str(names))]


def test_a_line_is_written_when_it_ends(program):
    """As on a terminal: what os._exit() loses on a pipe is not lost, nothing is printed twice."""
    run = program(
        """
        print("before")
        if os.fork() == 0:
            print("child")
            os._exit(0)
        os.wait()
        """
    )
    assert said(run) == [("main", False, "before"), ("child-1", False, "child")]


STUBBORN = """
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.closerange(0, 3)
    time.sleep(600)
"""


def test_a_run_over_its_limit_is_ended_with_all_its_processes(program):
    run = program(STUBBORN, limit=1)
    assert run.problems == ["still ran after its limit of 1 s, and was stopped"]


def test_a_run_that_prints_without_end_is_ended(program):
    run = program("while True: print('x' * 1000)")
    assert run.problems == ["printed more than 1,000,000 bytes, and was stopped"]


@pytest.mark.parametrize("away", ["", "os.setsid()", "os.setsid(); os.closerange(0, 3)"])
def test_a_process_left_behind_is_told_and_ended(program, away):
    run = program(
        f"""
        if os.fork() == 0:
            {away or "pass"}
            time.sleep(600)
        """,
        grace=0.5,
    )
    assert len(run.problems) == 1
    assert run.problems[0].startswith("left a process behind: ")


@pytest.mark.parametrize(
    "tracked",
    [
        "",
        "import multiprocessing.resource_tracker as t; "
        "t.unregister(segment._name, 'shared_memory')",
    ],
)
def test_shared_memory_left_behind_is_told_and_removed(program, tracked):
    run = program(
        f"""
        segment = shared_memory.SharedMemory(create=True, size=8)
        {tracked}
        segment.close()
        os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    if tracked:
        assert len(run.problems) == 1
        assert run.problems[0].startswith("left /dev/shm/psm_")
    else:  # the tracker removes it, and says so
        assert any(line.stderr and "resource_tracker" in line.text for line in run.said)
    assert run.status == -9


def test_a_semaphore_left_behind_is_told_and_removed(program):
    run = program(
        """
        import multiprocessing.resource_tracker as tracker
        lock = multiprocessing.get_context("spawn").Lock()
        tracker.unregister(lock._semlock.name, "semaphore")
        os._exit(0)
        """,
        "spawn",
    )
    assert len(run.problems) == 1
    assert run.problems[0].startswith("left /dev/shm/sem.ipcdocs-")


def test_a_file_left_behind_is_told(program):
    run = program("open('here', 'w').close(); open(os.environ['TMPDIR'] + '/there', 'w').close()")
    assert run.problems == [f"left {name} in the temporary folder" for name in ("here", "there")]


def test_slow_processes_come_later(program):
    text = """
        def child():
            print(f"{(os.getpid() - os.getsid(0)) & 1}")
        if __name__ == "__main__":
            children = [Process(target=child) for _ in range(6)]
            [each.start() for each in children]
            [each.join() for each in children]
        """
    for value in "01":
        odd = [text for _, _, text in said(program(text, slow=f"0 {value} 2"))]
        assert odd == sorted(odd, key=lambda one: one == value)


def test_a_process_that_one_look_missed_is_found(monkeypatch):
    looks = iter([{}, {7: "sleep"}])
    monkeypatch.setattr(runs, "look", lambda run: next(looks))
    assert alive(Run()) == {7: "sleep"}


def test_cancelling_leaves_nothing(tmp_path):
    path = tmp_path / "program.py"
    up = STUBBORN.replace("time.sleep", "print('up'); time.sleep")
    path.write_text(textwrap.dedent(HEAD) + textwrap.dedent(up), "utf-8")
    seen = []

    async def cancelled():
        running = asyncio.Event()

        def tell(run, said):
            seen.append(run)
            running.set()

        task = asyncio.create_task(observe(Program([str(path)], "fork"), limit=60, tell=tell))
        await running.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancelled())
    assert alive(seen[0]) == {}
    assert not Path(seen[0].folder).exists()


def test_a_python_that_is_not_there_ends_nothing(tmp_path):
    with pytest.raises(FileNotFoundError):
        asyncio.run(observe(Program(["-V"], "fork", str(tmp_path / "python")), limit=9))
    assert alive(Run(folder=str(tmp_path))) == {}


UNTRACKED = """
    import multiprocessing.resource_tracker as tracker
    segment = shared_memory.SharedMemory(create=True, size=8)
    tracker.unregister(segment._name, "shared_memory")
    print(segment.name)
"""


@pytest.mark.parametrize(
    ("trouble", "problems"),
    [
        ("time.sleep(600)", ["still ran after"]),
        ("print('x' * 1_000_001)", ["printed more than"]),
        # Not os.fork(): whether its child keeps the tracker up differs by release of CPython.
        ("import subprocess; subprocess.Popen(['sleep', '600'])", ["left a process behind"]),
    ],
)
def test_shared_memory_is_removed_whatever_else_went_wrong(program, trouble, problems):
    run = program(f"{UNTRACKED}\n    segment.close()\n    {trouble}\n", limit=15)
    starts = [found[: len(start)] for found, start in zip(run.problems, problems, strict=True)]
    assert starts == problems
    assert run.said[0].text.startswith("psm_")
    assert not (SHM / run.said[0].text).exists()


def test_what_a_link_in_the_temporary_folder_leads_to_is_untouched(program, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir(mode=0o555)
    run = program(f"os.mkdir('inside', 0); os.symlink({str(outside)!r}, 'link')")
    assert run.problems == [f"left {name} in the temporary folder" for name in ("inside", "link")]
    assert outside.stat().st_mode & 0o777 == 0o555


def test_a_program_of_another_name_is_no_trouble(program, tmp_path):
    """A name may have any bytes, and parentheses."""
    other = tmp_path / os.fsdecode(b"\xff) S 1 (")
    other.symlink_to(shutil.which("sleep"))
    with subprocess.Popen([other, "600"]) as sleeping:
        try:
            assert program("print('well')").problems == []
        finally:
            sleeping.kill()
