"""SIGTERM ends a pool as Ctrl-C does, if its handler raises SystemExit."""
# Expected: exit status 143.

import multiprocessing
import os
import signal
import sys
import time
from types import FrameType


def leave(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


def begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A worker forked later, in place of another, has the handler of main.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def work(pid: int) -> None:
    time.sleep(2)  # by then main waits in map()
    # As `docker stop` does: the signal goes to the main process.
    os.kill(pid, signal.SIGTERM)
    signal.pause()


def main() -> None:
    try:
        with multiprocessing.Pool(1, initializer=begin) as pool:
            # Not before the pool: under fork its workers would have it too.
            signal.signal(signal.SIGTERM, leave)
            pool.map(work, [os.getpid()] * 10)
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        print(f"workers left: {multiprocessing.active_children()}")


if __name__ == "__main__":
    main()
