"""Which ends of a child run `finally`, and which the `atexit` functions."""

import atexit
import multiprocessing
import os
import sys
from multiprocessing.connection import Connection

ENDS = ("return", "exception", "sys.exit", "os._exit", "terminate", "kill")


def work(end: str, here: Connection) -> None:
    atexit.register(here.send, "atexit")
    try:
        here.send("begun")
        if end == "exception":
            sys.stderr = None  # its traceback is not what this shows
            raise ValueError(end)
        if end == "sys.exit":
            sys.exit(3)
        if end == "os._exit":
            os._exit(3)
        if end in ("terminate", "kill"):
            here.recv()  # until main ends this process
    finally:
        here.send("finally")


def run(end: str) -> list[str]:
    here, there = multiprocessing.Pipe()
    child = multiprocessing.Process(target=work, args=(end, there))
    child.start()
    there.close()
    here.recv()
    if end == "terminate":
        child.terminate()
    if end == "kill":
        child.kill()
    child.join()
    ran = [f"exit code {child.exitcode}"]
    try:
        while True:
            ran.append(here.recv())
    except EOFError:
        return ran


def main() -> None:
    for end in ENDS:
        print(f"{end}: {', '.join(run(end))}")


if __name__ == "__main__":
    main()
