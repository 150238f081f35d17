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


def work(ready: Event, stop: Event) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ready.set()
    while not stop.is_set():
        time.sleep(0.1)  # a piece of its work
    print("child: tidy and done")


def main() -> None:
    signal.signal(signal.SIGTERM, leave)
    ready, stop = multiprocessing.Event(), multiprocessing.Event()
    child = multiprocessing.Process(target=work, args=(ready, stop))
    try:
        child.start()
        ready.wait()
        # As `docker stop` does: the signal goes to the main process.
        os.kill(os.getpid(), signal.SIGTERM)
        child.join()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        print("main: stop")
        stop.set()
        if child.pid:
            child.join()
        print(f"main: joined, exit code {child.exitcode}")


if __name__ == "__main__":
    main()
