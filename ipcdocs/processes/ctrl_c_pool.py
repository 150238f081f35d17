"""Ctrl-C ends a pool: map() raises, and `with` terminates the worker."""
# Expected: exit status 130.

import multiprocessing
import os
import signal
import sys
import time


def begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def work(number: int) -> None:
    time.sleep(0.5)  # by then main waits in map()
    # As Ctrl-C does: the signal goes to every process of the group.
    os.killpg(os.getpgrp(), signal.SIGINT)
    signal.pause()


def main() -> None:
    try:
        with multiprocessing.Pool(1, initializer=begin) as pool:
            pool.map(work, range(10))
    except KeyboardInterrupt:
        left = multiprocessing.active_children()
        print(f"interrupted, workers left: {left}")
        sys.exit(130)


if __name__ == "__main__":
    main()
