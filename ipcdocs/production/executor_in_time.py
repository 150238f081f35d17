"""An executor ends in time, though one of its tasks would never end."""
# Expected: exit status 143.

import multiprocessing
import os
import signal
import sys
import threading
import time
from concurrent.futures import Future, ProcessPoolExecutor
from types import FrameType


def leave(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


def begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Under fork a worker has the handler of main.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def work(number: int) -> int:
    if number == 1:
        threading.Event().wait()  # it never ends
    return number


def kill_workers() -> None:
    for worker in multiprocessing.active_children():
        worker.kill()


def end(executor: ProcessPoolExecutor, seconds: float) -> None:
    late = threading.Timer(seconds, kill_workers)
    late.start()
    executor.shutdown(cancel_futures=True)  # waits for what the workers have
    late.cancel()


def main() -> None:
    signal.signal(signal.SIGTERM, leave)
    executor = ProcessPoolExecutor(1, initializer=begin)
    tasks: list[Future[int]] = []
    try:
        tasks = [executor.submit(work, number) for number in range(4)]
        print(f"the first result: {tasks[0].result()}")
        while not tasks[1].running():
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGTERM)
    finally:
        end(executor, 0.5)
        print(f"the endless task: {type(tasks[1].exception()).__name__}")
        print(f"workers left: {multiprocessing.active_children()}")


if __name__ == "__main__":
    main()
