"""SIGTERM sets a flag: main finishes its item, and then ends."""

import multiprocessing
import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from types import FrameType

stopping = False


def ask_to_stop(number: int, frame: FrameType | None) -> None:
    global stopping
    stopping = True


def work(items: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while (item := items.recv()) is not None:
        items.send(item**2)


def main() -> None:
    signal.signal(signal.SIGTERM, ask_to_stop)
    signal.signal(signal.SIGINT, ask_to_stop)
    here, there = multiprocessing.Pipe()
    worker = multiprocessing.Process(target=work, args=(there,))
    worker.start()
    there.close()
    item = 0
    try:
        while not stopping:
            item += 1
            here.send(item)
            if item == 3:
                # As `docker stop` does: the signal goes to the main process.
                os.kill(os.getpid(), signal.SIGTERM)
            print(f"item {item}: {here.recv()}")
    finally:
        with suppress(BrokenPipeError):  # if the worker is dead already
            here.send(None)
        worker.join()
        print(f"exit code of the worker {worker.exitcode}")


if __name__ == "__main__":
    main()
