"""A killed parent leaves its daemonic worker behind, and two remedies."""

import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import Connection


def leave(number: int, frame: object) -> None:
    raise SystemExit(128 + number)


def follow_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def work(end: Connection, remedy: str) -> None:
    if remedy == "follow_parent":
        threading.Thread(target=follow_parent, daemon=True).start()
    for _ in range(2):
        end.send(f"{end.recv()}, and the worker works on")


def serve(end: Connection, remedy: str) -> None:
    args = (end, remedy)
    worker = multiprocessing.Process(target=work, args=args, daemon=True)
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
        here.send(f"{remedy}: the parent works")
        print(here.recv())
        parent.terminate()
        parent.join()
        print(f"{remedy}: exit code of the parent {parent.exitcode}")
        try:
            if remedy == "none":
                here.send(f"{remedy}: the parent has ended")
            print(here.recv())
        except EOFError:
            print(f"{remedy}: the worker has ended too")


if __name__ == "__main__":
    main()
