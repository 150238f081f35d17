"""SIGTERM goes to all processes: who ignores it finishes its item."""
# Expected: exit status 143.

import multiprocessing
import os
import signal
import sys
from multiprocessing.connection import Connection
from types import FrameType


def leave(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


def work(ignores: bool, end: Connection) -> None:
    if ignores:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    end.send("item begun")
    end.recv()  # its item takes until here
    end.send("item finished")


def finish(end: Connection) -> str:
    try:
        end.send("finish your item, and end")
        return f"{end.recv()}"
    except (BrokenPipeError, ConnectionResetError, EOFError):
        return "item lost"


def main() -> None:
    children = []
    for ignores in (False, True):
        here, there = multiprocessing.Pipe()
        child = multiprocessing.Process(target=work, args=(ignores, there))
        child.start()
        there.close()
        here.recv()
        children.append((ignores, child, here))
    signal.signal(signal.SIGTERM, leave)
    try:
        # As systemd does: the signal goes to every process of the service.
        os.killpg(os.getpgrp(), signal.SIGTERM)
    finally:
        for ignores, child, here in children:
            print(f"ignores SIGTERM {ignores}: {finish(here)}")
            child.join()
            print(f"  exit code {child.exitcode}")


if __name__ == "__main__":
    main()
