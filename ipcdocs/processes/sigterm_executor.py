"""An executor that Ctrl-C, SIGTERM and an exception end in the same way."""
# Expected: exit status 143.

import multiprocessing
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from types import FrameType


def leave(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


def begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Under fork a worker has the handler of main.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def square(number: int) -> int:
    return number**2


def main() -> None:
    signal.signal(signal.SIGTERM, leave)
    executor = ProcessPoolExecutor(2, initializer=begin)
    try:
        for result in executor.map(square, range(100)):
            print(f"{result}")
            if result == 4:
                # As `docker stop` does: the signal goes to the main process.
                os.kill(os.getpid(), signal.SIGTERM)
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        executor.shutdown(cancel_futures=True)
        print(f"workers left: {multiprocessing.active_children()}")


if __name__ == "__main__":
    main()
