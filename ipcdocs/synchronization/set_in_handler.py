"""A signal handler sets the event that the same thread waits for: it hangs."""
# Expected: still running after 2 s.

import multiprocessing
import signal
from types import FrameType

stop = multiprocessing.Event()


def handle(number: int, frame: FrameType | None) -> None:
    if frame and frame.f_code.co_qualname == "Condition.wait":
        signal.setitimer(signal.ITIMER_REAL, 0)  # the last signal
        print("handler: sets the event")
        stop.set()
        print("handler: has set it")


def main() -> None:
    signal.signal(signal.SIGALRM, handle)
    signal.setitimer(signal.ITIMER_REAL, 0.1, 0.1)
    print("main: waits")
    stop.wait()
    print("main: goes on")


if __name__ == "__main__":
    main()
