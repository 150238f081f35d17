"""What Ctrl-C does: parent and child both get it, and print tracebacks."""
# Expected: stderr, killed by SIGINT.

import multiprocessing
import os
import signal
from multiprocessing.synchronize import Event


def work(ready: Event) -> None:
    print("child: at work")
    ready.set()
    signal.pause()


def main() -> None:
    ready = multiprocessing.Event()
    child = multiprocessing.Process(target=work, args=(ready,))
    child.start()
    ready.wait()
    # As Ctrl-C does: the signal goes to every process of the group.
    os.killpg(os.getpgrp(), signal.SIGINT)
    child.join()


if __name__ == "__main__":
    main()
