"""Ctrl-C reaches only the parent, which tells the child to stop."""
# Expected: exit status 130.

import multiprocessing
import os
import signal
import sys
import time
from multiprocessing.synchronize import Event


def work(ready: Event, stop: Event) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    print("child: at work")
    ready.set()
    while not stop.is_set():
        time.sleep(0.1)  # a piece of its work
    print("child: tidy and done")


def main() -> None:
    ready, stop = multiprocessing.Event(), multiprocessing.Event()
    child = multiprocessing.Process(target=work, args=(ready, stop))
    try:
        child.start()
        ready.wait()
        # As Ctrl-C does: the signal goes to every process of the group.
        os.killpg(os.getpgrp(), signal.SIGINT)
        child.join()
    except KeyboardInterrupt:
        print("main: interrupted")
        sys.exit(130)
    finally:
        stop.set()
        if child.pid:
            child.join()
        print(f"main: joined, exit code {child.exitcode}")


if __name__ == "__main__":
    main()
