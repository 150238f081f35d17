"""A run in which no process does anything any more is a hang; what only takes long is none."""

import os
import subprocess
import sys

import pytest

from ipcdocs._recording.runs import SAME
from tests.conftest import said

ONE = "lock = multiprocessing.Lock(); lock.acquire(); print('up'); lock.acquire()"
THREADS = """
    locks = threading.Lock(), threading.Lock()
    both = threading.Barrier(2)
    def thread(mine, other):
        with mine:
            if both.wait() == 0:
                print("up")
            with other:
                print("never")
    if __name__ == "__main__":
        threading.Thread(target=thread, args=locks).start()
        threading.Thread(target=thread, args=locks[::-1]).start()
"""
PROCESSES = """
    def child(mine, other, both):
        with mine:
            if both.wait() == 0:
                print("up")
            with other:
                print("never")
    if __name__ == "__main__":
        locks = multiprocessing.Lock(), multiprocessing.Lock()
        both = multiprocessing.Barrier(2)
        children = [Process(target=child, args=(*order, both)) for order in (locks, locks[::-1])]
        [each.start() for each in children]
        [each.join() for each in children]
"""
PIPE = """
    print("up")
    ours = os.pipe()
    while True:
        os.write(ours[1], b"x" * 4096)
"""


@pytest.mark.parametrize(
    ("text", "method", "slow"),
    [
        (ONE, "fork", ""),
        (ONE, "spawn", "0 0 0.5"),
        (THREADS, "fork", ""),
        (PROCESSES, "fork", ""),
        (PROCESSES, "spawn", ""),
        (PROCESSES, "forkserver", ""),
        (PROCESSES, "spawn", "0 1 0.5"),
        (PIPE, "fork", ""),
    ],
    ids=["one", "one slowed", "threads", "fork", "spawn", "forkserver", "slowed", "pipe"],
)
def test_a_deadlock_is_seen(program, text, method, slow):
    still = 1 if slow else 0.5
    run = program(text, method, still=still, slow=slow)
    assert [text for _, _, text in said(run)] == ["up"]
    assert (run.problems, run.ending) == ([], f"still running after {still} s")


BUSY = """
    end = time.process_time() + 1
    while time.process_time() < end:
        pass
"""
STEPS = """
    for _ in range(20):
        time.sleep(0.05)
"""
STOPPED = """
    child = os.fork()
    if child == 0:
        os.kill(os.getpid(), signal.SIGSTOP)
        os._exit(0)
    os.waitpid(child, os.WUNTRACED)
    time.sleep(1)
    os.kill(child, signal.SIGCONT)
    os.wait()
"""
TURNS = """
    def child(turn, other):
        for _ in range(50):
            turn.acquire()
            time.sleep(0.01)
            other.release()
    if __name__ == "__main__":
        turns = multiprocessing.Semaphore(1), multiprocessing.Semaphore(0)
        children = [Process(target=child, args=each) for each in (turns, turns[::-1])]
        [each.start() for each in children]
        [each.join() for each in children]
"""


@pytest.mark.parametrize(
    "text", [BUSY, STEPS, STOPPED, TURNS], ids=["busy", "steps", "stopped", "turns"]
)
def test_what_takes_longer_without_being_still_ends_by_itself(program, text):
    run = program(f"{text}\n    if __name__ == '__main__': print('end')", still=0.3)
    assert said(run) == [("main", False, "end")]
    assert (run.status, run.problems, run.still) == (0, [], None)
    assert run.seconds > 0.9


def test_what_waits_for_a_processor_is_not_still(program):
    burners = [subprocess.Popen([sys.executable, "-Sc", "while True: pass"]) for _ in range(6)]
    try:
        run = program(BUSY, still=0.3)
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()
    assert (run.status, run.problems, run.still) == (0, [], None)


def test_the_limit_does_not_count_what_the_machine_takes(program):
    """One processor for all: the program works for 1 s of its limit of 3, and waits for more."""
    cpu = min(os.sched_getaffinity(0))
    burn = f"import os; os.sched_setaffinity(0, [{cpu}])\nwhile True: pass"
    line = [sys.executable, "-Sc", burn]  # each in a session: a scheduler may share out by them
    burners = [subprocess.Popen(line, start_new_session=True) for _ in range(8)]
    try:
        run = program(f"    os.sched_setaffinity(0, [{cpu}]){BUSY}", limit=3)
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()
    assert (run.status, run.problems) == (0, [])
    assert run.seconds > 3


def test_what_is_stopped_by_a_signal_is_not_still(program):
    run = program("os.kill(os.getpid(), signal.SIGSTOP)", still=0.3, limit=1)
    assert run.problems == ["still ran after its limit of 1 s, and was stopped"]


def test_what_is_said_of_the_killing_is_not_heard(program):
    run = program(
        """
        def child(end, segment):
            try:
                end.recv()
            except EOFError:
                print("main is gone")
        if __name__ == "__main__":
            signal.signal(signal.SIGTERM, lambda *_: print("terminated"))
            segment = shared_memory.SharedMemory(create=True, size=8)
            ends = multiprocessing.Pipe()
            Process(target=child, args=(ends[1], segment)).start()
            ends[1].close()
            print("up")
            threading.Event().wait()
        """,
        "spawn",
        still=1,
    )
    assert said(run) == [("main", False, "up")]
    assert (run.problems, run.still) == ([], 1)


IDEA = '"""An idea."""\n# Expected: {}.\nimport multiprocessing\nif __name__ == "__main__":\n'
HANG = (
    "    lock = multiprocessing.Lock()\n    lock.acquire()\n    print('up')\n    lock.acquire()\n"
)
SOME = """\
    lock = multiprocessing.Lock()
    lock.acquire(multiprocessing.get_start_method() == "fork")
    print('up')
    if multiprocessing.get_start_method() == "fork":
        lock.acquire()
"""
UP = "main    │ up"
STILL, LATER = (f"main    ╵ still running after {seconds} s" for seconds in "12")


END = "    print('up')\n"


@pytest.mark.parametrize(
    ("announced", "code", "recorded", "problem"),
    [
        ("still running after 1 s", END, [UP, STILL], "ended with exit status 0, not announced"),
        ("at most 2 s", HANG, [UP], "still ran after its limit of 2 s, and was stopped"),
        ("at most 2 s, still running after 9 s", HANG, [UP], "still ran after its limit of 2 s"),
        ("still running after 1 s", HANG, [UP], "announces still running after 1 s, which no rec"),
        ("still running after 1 s", HANG, [UP, LATER], "the output differs from idea.out"),
        ("exit status 0, still running after 1 s", HANG, [UP, STILL], "announces exit status 0, "),
    ],
    ids=range(6),
)
def test_a_hang_and_its_announcement_belong_together(clone, announced, code, recorded, problem):
    clone.add("processes/idea", IDEA.format(announced) + code, recorded)
    status, printed = clone("check", "idea", "--start-method", "fork")
    assert status == 1
    assert problem in printed


def test_a_hang_under_one_method_only_is_recorded(clone):
    text = IDEA.format("exit status 0, still running after 1 s") + SOME
    clone.path("processes/idea.py").write_text(text, "utf-8")
    assert clone("record", "idea")[0] == 0
    paths = clone.path("processes").glob("idea*.out")
    found = {path.name: path.read_text("utf-8").splitlines() for path in paths}
    command = "$ python -m ipcdocs run processes.idea --start-method"
    assert found == {
        "idea.out": [f"{command} spawn", UP],
        "idea.fork.out": [f"{command} fork", UP, STILL],
    }
    status, printed = clone("check", "idea")
    assert (status, printed.rpartition(": ")[2]) == (0, "no differences\n")


def test_run_tells_that_it_has_stopped_a_hang(clone):
    clone.path("processes/idea.py").write_text(IDEA.format("still running after 1 s") + HANG)
    status, printed = clone("run", "idea")
    assert status == 137
    assert "processes.idea was still running after 1 s, and has been stopped" in printed


FLOOD = """
    multiprocessing.Pool(2, initializer=int, initargs=({!r},)).map(abs, [1])
"""


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
@pytest.mark.parametrize("slow", ["", "0 0 0.3", "1 1 0.3"])
def test_what_new_processes_write_over_and_over_is_kept_once(program, method, slow):
    text = f"if __name__ == '__main__':{FLOOD.format('x')}"
    run = program(text, method, repeats=SAME, slow=slow)
    name = {"fork": "Fork", "spawn": "Spawn", "forkserver": "ForkServer"}[method]
    assert said(run) == [
        ("child-1", True, f"Process {name}PoolWorker-…:"),
        ("child-1", True, "Traceback (most recent call last):"),
        ("child-1", True, "  …"),
        ("child-1", True, "ValueError: invalid literal for int() with base 10: 'x'"),
    ]
    ending = "still running: 3 processes have written the same"
    assert (run.problems, run.ending) == ([], ending)


SEVERAL = """
    def child(text):
        print("begins")
        print(text)
    if __name__ == "__main__":
        for text in {}:
            each = Process(target=child, args=(text,))
            each.start()
            each.join()
        print("end")
"""


def test_what_only_begins_alike_is_no_repetition(program):
    run = program(SEVERAL.format("'abcab'"), repeats=SAME)
    assert (run.repeated, run.ending, len(run.said)) == (False, "", 11)


def test_other_processes_keep_their_lines_beside_a_repetition(program):
    text = SEVERAL.format("'abaa'").replace('print("end")', "time.sleep(600)")
    run = program(text, repeats=SAME)
    assert [(writer, text) for writer, _, text in said(run)] == [
        ("child-1", "begins"),
        ("child-1", "a"),
        ("child-2", "begins"),
        ("child-2", "b"),
    ]


def test_a_repetition_that_is_announced_must_be_recorded(clone):
    clone.add("processes/idea", IDEA.format("repeats for ever") + END, [UP])
    status, printed = clone("check", "idea", "--start-method", "fork")
    assert status == 1
    assert "ended with exit status 0, not announced" in printed
    assert "announces still running: 3 processes have written the same, which no" in printed
