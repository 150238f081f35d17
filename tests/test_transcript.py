"""What a transcript names, keeps and promises."""

import pytest

from ipcdocs._recording.record import plan
from ipcdocs._recording.runs import Run, Said
from ipcdocs._recording.transcript import Line, Transcript, always_fixed, read, transcript

MAIN, ONE, TWO = 500, 510, 505  # children are numbered by age, so 505 is child-1


def texts(*said, status=0):
    """The texts of a run in which these (pid, text) were printed."""
    lines = [Said(pid, False, text) for pid, text in said]
    run = Run(MAIN, status, lines, folder="/tmp/ipcdocs-x", package="/my/clone/ipcdocs")
    return [line.text for line in transcript(run).lines]


def writers(*pids, main=MAIN):
    run = Run(main, 0, [Said(pid, False, "") for pid in pids])
    return [line.writer for line in transcript(run).lines]


def test_children_are_numbered_by_age():
    assert writers(MAIN, ONE, TWO) == ["main", "child-2", "child-1"]


def test_age_survives_the_end_of_the_pids():
    assert writers(32700, 32701, 301, main=32700) == ["main", "child-1", "child-2"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("pid 505", "pid <pid:child-1>"),
        ("pid=510 and ppid 500", "pid=<pid:child-2> and ppid <pid:main>"),
        ("getpid() = 505", "getpid() = <pid:child-1>"),
        ("pids [505, 510]", "pids [<pid:child-1>, <pid:child-2>]"),
        ("PID: 505, {'pid': 510}", "PID: <pid:child-1>, {'pid': <pid:child-2>}"),
        ("process id: 505", "process id: <pid:child-1>"),
        ("Process 505 terminated abruptly", "Process <pid:child-1> terminated abruptly"),
        ("Process 505 of 510", "Process 505 of 510"),
        ("parent process: 500", "parent process: <pid:main>"),
        ("<Process pid=505 parent=500>", "<Process pid=<pid:child-1> parent=<pid:main>>"),
        ("parent 10, Rapid: 505", "parent 10, Rapid: 505"),
        ("pid 7 is another", "pid <pid:other-1> is another"),
        ("pid 505 [0, 505]", "pid <pid:child-1> [0, 505]"),
        ("rapid 505, stupid 505, 505", "rapid 505, stupid 505, 505"),
        ("id 140655214689160", "id <id:A>"),
        ("id(x) = 140655214689160", "id(x) = <id:A>"),
        ("<T(T (f), started daemon 140655214689160)>", "<T(T (f), started daemon <id:A>)>"),
        ("get_ident() = 140655214689160", "get_ident() = <id:A>"),
        ("created semlock with handle 140655214689160", "created semlock with handle <id:A>"),
        ("id 12, valid 140655214689160", "id 12, valid 140655214689160"),
        ("<C object at 0x7f1234567890>", "<C object at <address:A>>"),
        ("mask 0xff", "mask 0xff"),
        ("psm_12345678", "<name:A>"),
        ("'/x/sock-0123456789ab'", "'/x/<name:A>'"),
        ("{'/ipcdocs-abcd_123-12345678', 'mp'}", "{'/<name:A>', 'mp'}"),
        ("/tmp/ipcdocs-x/tmp/file", "<tmp>/file"),
        ("from '/my/clone/ipcdocs/x/y.py'", "from 'ipcdocs/x/y.py'"),
        ("27017 10.78", "27017 10.78"),
        ("a\x1b[0m\r", "a\\x1b[0m\\r"),
    ],
)
def test_named_values(text, named):
    assert texts((MAIN, text), (TWO, ""), (ONE, ""))[0] == named


@pytest.mark.parametrize(
    ("status", "told"), [(-9, "killed by SIGKILL"), (-40, "killed by signal 40")]
)
def test_how_main_ended_is_told(status, told):
    assert transcript(Run(MAIN, status)).closing == told


def test_equal_numbers_have_equal_names_through_main_only():
    one, two = "id 1111111", "id 2222222"
    printed = texts((MAIN, one), (TWO, one), (TWO, two), (ONE, two), (MAIN, "id 3333333"))
    named = ["id <id:A>", "id <id:A>", "id <id:A@child-1>", "id <id:A@child-2>", "id <id:B>"]
    assert printed == named


def test_frames_are_left_out_and_the_last_line_is_not():
    lines = [
        "Traceback (most recent call last):",
        '  File "x.py"',
        "    f()",
        "Error: told",
        "  more",
    ]
    printed = texts(*((MAIN, line) for line in lines))
    assert printed == [lines[0], "  …", "Error: told", "  more"]


def test_frames_in_an_exception_group_and_of_a_stack_are_left_out():
    before = [
        "  + Exception Group Traceback (most recent call last):",
        '  |   File "x.py", line 1, in <module>',
        "  |     raise several",
        "  | ExceptionGroup: several (1 sub-exception)",
        "  +-+---------------- 1 ----------------",
        "    | Traceback (most recent call last):",
        '    |   File "x.py", line 1, in f',
        "    |     1 / 0",
        "    | ZeroDivisionError: division by zero",
        "    +------------------------------------",
        "Current thread 0x00007f1234567890 (most recent call first):",
        '  File "x.py", line 1 in <module>',
        '  File "x.py", line 2 in <module>',
        "Stack (most recent call last):",
        '  File "x.py", line 1, in <module>',
        "    f()",
        "after",
    ]
    printed = texts(*((MAIN, line) for line in before))
    assert printed == [
        before[0],
        "  |   …",
        *before[3:6],
        "    |   …",
        *before[8:10],
        "Current thread <address:A> (most recent call first):",
        "  …",
        before[13],
        "  …",
        "after",
    ]


def lines(*writers):
    return Transcript(tuple(Line(writer, False, "") for writer in writers))


def test_what_all_runs_have_in_one_place_is_fixed():
    runs = [
        lines("main", "child-1", "child-2", "main"),
        lines("main", "child-2", "child-1", "main"),
    ]
    assert always_fixed(runs) == {("main", 0), ("main", 1)}
    assert always_fixed(runs[:1]) == {("main", 0), ("child-1", 0), ("child-2", 0), ("main", 1)}


def test_free_lines_stand_by_writer_and_do_not_cross_fixed_ones():
    run = lines("main", "child-2", "child-1", "main", "child-2")
    shown = run.promising({("main", 0), ("main", 1)})
    assert [line.writer for line in shown.lines] == [
        "main",
        "child-1",
        "child-2",
        "main",
        "child-2",
    ]
    assert [line.fixed for line in shown.lines] == [True, False, False, True, False]


def test_reading_gives_what_was_written(tmp_path):
    path = tmp_path / "idea.out"
    some = Transcript(
        (
            Line("main", False, "a  "),
            Line("child-1", True, "", fixed=False),
            Line("child-12", False, "│ !", fixed=False),
        ),
        "exit status 3",
    )
    path.write_text(some.text("python -m x"), "utf-8")
    assert read(path) == ("python -m x", some)


@pytest.mark.parametrize(
    "row", ["hello", "main    | a", "main    │a", "Main    │ a", "main    ┃ a"]
)
def test_a_line_that_no_run_printed_is_refused(tmp_path, row):
    path = tmp_path / "idea.out"
    path.write_text(f"$ python -m x\nmain    │ a\n{row}\n", "utf-8")
    with pytest.raises(ValueError, match=r"idea\.out, line 3 is not a recorded line"):
        read(path)


def cells(fork, spawn, forkserver):
    """Contents by method: one letter for each of two versions."""
    methods = {"fork": fork, "spawn": spawn, "forkserver": forkserver}
    return {(m, (3, 13 + i)): c for m, both in methods.items() for i, c in enumerate(both)}


@pytest.mark.parametrize(
    ("contents", "keys"),
    [
        (cells("aa", "aa", "aa"), {(None, None)}),
        (cells("ab", "ab", "ab"), {(None, None), (None, (3, 14))}),
        (cells("aa", "bb", "bb"), {(None, None), ("fork", None)}),
        (cells("aa", "bc", "bc"), {(None, None), ("fork", None), (None, (3, 14))}),
        (cells("aa", "bb", "bc"), {(None, None), ("fork", None), ("forkserver", (3, 14))}),
        (cells("aa", "bb", "cc"), {(None, None), ("fork", None), ("spawn", None)}),
    ],
)
def test_the_plan_has_as_few_recordings_as_hold_for_all(contents, keys):
    planned = plan(contents)
    assert set(planned) == keys
    for served in planned.values():
        assert len({contents[cell] for cell in served}) == 1
    assert sorted(cell for served in planned.values() for cell in served) == sorted(contents)
