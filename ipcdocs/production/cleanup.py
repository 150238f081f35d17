"""Which ends of a child run `finally`, and which the `atexit` functions."""

import atexit
import multiprocessing
import os
import sys
from multiprocessing.connection import Connection


def work(end: str, here: Connection) -> None:
    atexit.register(here.send, "atexit")
    try:
        here.send("begun")
        if end == "raise":
            sys.stderr = None  # keeps the traceback from the screen
            raise ValueError(end)
        if end == "sys.exit":
            sys.exit(3)
        if end == "os._exit":
            os._exit(3)
        if end in ("terminate", "kill"):
            here.recv()  # for ever
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
    ran = []
    try:
        while True:
            ran.append(here.recv())
    except EOFError:
        return ran


def main() -> None:
    for end in ("return", "raise", "sys.exit", "os._exit", "terminate", "kill"):
        print(f"{end}: {run(end)}")


if __name__ == "__main__":
    main()
