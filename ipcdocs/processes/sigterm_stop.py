"""SIGTERM ends main by SystemExit, so that `finally` stops the child."""
# Expected: exit status 143.

import multiprocessing
import os
import signal
import sys
import time
from multiprocessing.synchronize import Event
from types import FrameType


def leave(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


def work(stop: Event) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while not stop.is_set():
        time.sleep(0.1)  # a piece of its work
    print("child: tidy and done")


def main() -> None:
    signal.signal(signal.SIGTERM, leave)
    stop = multiprocessing.Event()
    child = multiprocessing.Process(target=work, args=(stop,))
    try:
        child.start()
        # As `docker stop` does: the signal goes to the main process.
        os.kill(os.getpid(), signal.SIGTERM)
        child.join()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        stop.set()
        if child.pid:
            child.join()
        print(f"main: joined, exit code {child.exitcode}")


if __name__ == "__main__":
    main()
