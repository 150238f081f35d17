"""SIGTERM ends a pool as Ctrl-C does, if its handler raises SystemExit."""
# Expected: exit status 143.

import multiprocessing
import os
import signal
import sys
from types import FrameType


def leave(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


def begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A worker forked later, in place of another, has the handler of main.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def work(pid: int) -> None:
    # As `docker stop` does: the signal goes to the main process.
    os.kill(pid, signal.SIGTERM)
    signal.pause()  # it would never end


def main() -> None:
    try:
        with multiprocessing.Pool(1, initializer=begin) as pool:
            # Not before the pool: under fork its workers would have it too.
            signal.signal(signal.SIGTERM, leave)
            result = pool.map_async(work, [os.getpid()] * 10)
            while not result.ready():
                result.wait(1)  # a handler runs when main wakes up
            result.get()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        print(f"workers left: {multiprocessing.active_children()}")


if __name__ == "__main__":
    main()
