"""A killed parent leaves its daemonic worker behind, and two remedies."""

import multiprocessing
import os
import signal
import sys
import threading
from multiprocessing.connection import Connection
from types import FrameType


def leave(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


def follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def work(end: Connection, remedy: str) -> None:
    if remedy == "follow_parent":
        threading.Thread(target=follow_parent, daemon=True).start()
    end.send(f"{end.recv()}, and the worker works on")


def serve(end: Connection, remedy: str) -> None:
    worker = multiprocessing.Process(
        target=work, args=(end, remedy), daemon=True
    )
    worker.start()
    # Not before the start: under fork the worker would have the handler too.
    if remedy == "handler":
        signal.signal(signal.SIGTERM, leave)
    end.send("started")
    while worker.is_alive():
        worker.join(1)  # a signal that just precedes it is seen after it


def main() -> None:
    for remedy in ("handler", "none", "follow_parent"):
        here, there = multiprocessing.Pipe()
        parent = multiprocessing.Process(target=serve, args=(there, remedy))
        parent.start()
        there.close()
        here.recv()
        parent.terminate()
        parent.join()
        try:
            if remedy == "none":
                here.send("the parent has ended")
            print(f"{remedy}: {here.recv()}")
        except EOFError:
            print(f"{remedy}: the worker has ended too")


if __name__ == "__main__":
    main()
