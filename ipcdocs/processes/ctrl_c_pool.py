"""Ctrl-C ends a pool: map() raises, and `with` terminates the workers."""
# Expected: exit status 130.

import multiprocessing
import os
import signal
import sys
import time
from multiprocessing.synchronize import Barrier


def begin(both: Barrier) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # From here on, both workers ignore the signal.
    both.wait()


def work(number: int) -> None:
    if number == 0:
        time.sleep(0.2)
        # As Ctrl-C does: the signal goes to every process of the group.
        os.killpg(os.getpgrp(), signal.SIGINT)
    signal.pause()


def main() -> None:
    both = multiprocessing.Barrier(2)
    try:
        with multiprocessing.Pool(
            2, initializer=begin, initargs=(both,)
        ) as pool:
            pool.map(work, range(2))
    except KeyboardInterrupt:
        left = multiprocessing.active_children()
        print(f"interrupted, workers left: {left}")
        sys.exit(130)


if __name__ == "__main__":
    main()
