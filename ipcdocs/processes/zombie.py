"""A child that has ended is a zombie until its parent asks for it."""

import multiprocessing
import os
from contextlib import suppress
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path


def greet() -> None:
    print("hello")


def ended() -> BaseProcess:
    child = multiprocessing.Process(target=greet)
    child.start()
    wait([child.sentinel])
    with suppress(ChildProcessError):
        # Waits for the end of a child of this process, and no more.
        os.waitid(os.P_PID, child.pid or 0, os.WEXITED | os.WNOWAIT)
    return child


def state(child: BaseProcess) -> str:
    try:
        stat = Path(f"/proc/{child.pid}/stat").read_text()
    except FileNotFoundError:
        return "gone"
    return stat.rpartition(") ")[2][0]


def main() -> None:
    child = ended()
    print(f"at its end: {state(child)}")
    child.join()
    print(f"after join(): {state(child)}")
    child = ended()
    print(f"is_alive(): {child.is_alive()}, then {state(child)}")
    child = ended()
    children = multiprocessing.active_children()
    print(f"active_children(): {children}, then {state(child)}")
    child = ended()
    ended().join()
    print(f"after the next start(): {state(child)}")


if __name__ == "__main__":
    main()
