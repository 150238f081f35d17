"""An exception in main ends the child too, as `finally` tells it to stop."""
# Expected: stderr, exit status 1.

import multiprocessing
import signal
import sys
import time
from multiprocessing.synchronize import Event


def work(stop: Event) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while not stop.is_set():
        time.sleep(0.1)  # a piece of its work
    print("child: tidy and done")


def main() -> None:
    stop = multiprocessing.Event()
    child = multiprocessing.Process(target=work, args=(stop,))
    try:
        child.start()
        raise ValueError("a mistake in main")
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        stop.set()
        if child.pid:
            child.join()
        print(f"main: joined, exit code {child.exitcode}")


if __name__ == "__main__":
    main()
