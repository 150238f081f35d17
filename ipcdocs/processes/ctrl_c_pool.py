"""Ctrl-C ends a pool: main raises, and `with` terminates the worker."""
# Expected: exit status 130.

import multiprocessing
import os
import signal
import sys


def begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def work(number: int) -> int:
    if number > 0:
        signal.pause()  # it would never end
    return number


def main() -> None:
    try:
        with multiprocessing.Pool(1, initializer=begin) as pool:
            (worker,) = multiprocessing.active_children()
            for number in pool.imap(work, range(10)):
                print(f"task {number} is done")
                # As Ctrl-C does: the signal goes to all of the group.
                os.killpg(os.getpgrp(), signal.SIGINT)
    except KeyboardInterrupt:
        print(f"interrupted, exit code of the worker: {worker.exitcode}")
        sys.exit(130)


if __name__ == "__main__":
    main()
