"""Which marks for the end are known again by `is` at the other side."""

import multiprocessing
from enum import Enum
from multiprocessing.queues import Queue


class Mark(Enum):
    STOP = "stop"


MARKS = {
    "object()": object(),
    "None": None,
    "a member of an Enum": Mark.STOP,
    "a class": Mark,
}


def receive(marks: "Queue[object]") -> None:
    for name, mark in MARKS.items():
        print(f"{name}: {marks.get() is mark}")


def main() -> None:
    marks: Queue[object] = multiprocessing.Queue()
    child = multiprocessing.Process(target=receive, args=(marks,))
    child.start()
    for mark in MARKS.values():
        marks.put(mark)
    child.join()


if __name__ == "__main__":
    main()
