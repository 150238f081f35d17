"""Programs that do their worst: each gets a clear verdict, and nothing of it is left."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from ipcdocs._recording.hearing import MOST
from ipcdocs._recording.runs import status
from tests.conftest import said

OVER = ["still ran after its limit of 1 s, and was stopped"]
TOO_MUCH = ["printed more than 1,000,000 bytes, and was stopped"]


@pytest.mark.parametrize(
    "text",
    [
        "while True: pass",
        "signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)",
        "ours = os.pipe()\nwhile True: os.write(ours[1], b'x' * 4096)",
        "ours = multiprocessing.Pipe()\nwhile True: ours[1].send_bytes(b'x' * 4096)",
        "os.kill(os.getpid(), signal.SIGSTOP)",
        "while True: os.fork() or os._exit(0); os.wait()",
    ],
)
def test_what_does_not_end_is_stopped_at_its_limit(program, text):
    run = program(text, limit=1)
    assert (run.problems, run.still) == (OVER, None)


@pytest.mark.parametrize(
    "text",
    [
        "for _ in range(50): print('x' * 1_000_000)",
        "for _ in range(50): print('x' * 1_000_000, end='')",
        "for _ in range(50): sys.stderr.write('x' * 1_000_000)",
        "for _ in range(1000): os.fork() or (print('x' * 50_000), os._exit(0)); os.wait()",
    ],
)
def test_50_megabytes_are_not_heard_to_the_end(program, text):
    run = program(text)
    assert run.problems == TOO_MUCH
    assert sum(len(one.text) for one in run.said) <= MOST + 20


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("print('half', end='', flush=True)", "half⟨no newline⟩"),
        ("sys.stdout.buffer.write(b'a\\xff\\xc3'); sys.stdout.flush()", "a\\xff\\xc3⟨no newline⟩"),
        ("os.write(2, b'\\xe4\\xb8'); os.write(2, b'\\xad\\n')", "中"),
        ("import atexit; atexit.register(print, 'at the end')", "at the end"),
        ("threading.Thread(target=lambda: (time.sleep(0.1), print('late'))).start()", "late"),
        ("print('said'); sys.stdout.close()", "said"),
        ("print('said'); os.close(1)", "said"),
        ("os.closerange(0, 3)", None),
    ],
)
def test_whatever_is_written_is_heard(program, text, words):
    run = program(text)
    assert [text for _, _, text in said(run)] == ([words] if words else [])
    assert (run.status, run.problems) == (0, [])


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_what_a_process_wrote_before_it_is_killed_in_mid_line_is_heard(program, stream):
    run = program(
        f"""
        sys.{stream}.write("whole\\nhalf")
        sys.{stream}.flush()
        os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    stderr = stream == "stderr"
    assert said(run) == [("main", stderr, "whole"), ("main", stderr, "half⟨no newline⟩")]
    assert (run.ending, run.problems) == ("killed by SIGKILL", [])


def test_a_signal_without_a_name_is_told_by_its_number(program):
    run = program("os.kill(os.getpid(), 40)")
    assert run.ending == "killed by signal 40"


def gone(pid):
    """Whether there is no such process, or only its exit status is left."""
    try:
        return status(Path(f"/proc/{pid}"))[0] in "ZX"
    except FileNotFoundError:
        return True


@pytest.mark.parametrize("environment", ["None", "{}"])
@pytest.mark.parametrize("away", [False, True])
def test_a_grandchild_that_outlives_main_is_told_and_ended(program, away, environment):
    run = program(
        f"""
        import subprocess
        if os.fork() == 0:
            command = [sys.executable, "-Sc", "import time; time.sleep(60)"]
            child = subprocess.Popen(command, start_new_session={away}, env={environment})
            print(f"pid {{child.pid}}")
            os._exit(0)
        os.wait()
        """,
        grace=0.5,
    )
    assert len(run.problems) == 1
    assert run.problems[0].startswith("left a process behind: ")
    while not gone(int(run.said[0].text.split()[1])):
        time.sleep(0.01)


def test_a_process_whose_name_is_no_text_is_ended(program):
    run = program(
        """
        with open("/proc/self/comm", "wb") as name:
            name.write(b"\\xff) \\xe4")
        time.sleep(600)
        """,
        limit=1,
    )
    assert run.problems == OVER


def test_a_process_of_another_program_whose_name_is_no_text_is_no_trouble(program):
    text = r"open('/proc/self/comm', 'wb').write(b'\xff'); print(flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", text], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdout.read(1) == b"\n"
        run = program("print('said')")
        assert (said(run), run.problems) == ([("main", False, "said")], [])
        other.communicate()
