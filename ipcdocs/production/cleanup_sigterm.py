"""With a handler of SIGTERM, `terminate()` lets a child clean up."""

import multiprocessing
import os
import signal
import sys
from multiprocessing.synchronize import Event
from types import FrameType


def leave(number: int, frame: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # not while it cleans up
    sys.exit(128 + number)


def work(handled: bool, ready: Event) -> None:
    if handled:
        signal.signal(signal.SIGTERM, leave)
    try:
        ready.set()
        while True:
            signal.pause()  # its work
    finally:
        os.kill(os.getpid(), signal.SIGTERM)  # a second one: ignored
        print("child: tidy")


def main() -> None:
    for handled in (False, True):
        ready = multiprocessing.Event()
        child = multiprocessing.Process(target=work, args=(handled, ready))
        child.start()
        ready.wait()
        child.terminate()
        child.join()
        print(f"handled {handled}: exit code {child.exitcode}")


if __name__ == "__main__":
    main()
