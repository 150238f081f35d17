"""Ctrl-C and an executor: tasks that have not begun are cancelled."""
# Expected: exit status 130, done from 1 to 3, cancelled from 7 to 9.

import multiprocessing
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.synchronize import Event

started: Event
go: Event


def begin(*events: Event) -> None:
    global started, go
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    started, go = events


def work(number: int) -> None:
    started.set()
    go.wait()


def main() -> None:
    busy, on = multiprocessing.Event(), multiprocessing.Event()
    executor = ProcessPoolExecutor(1, initializer=begin, initargs=(busy, on))
    try:
        tasks = [executor.submit(work, number) for number in range(10)]
        # The first task ends when the last has been cancelled, not before.
        tasks[-1].add_done_callback(lambda task: on.set())
        busy.wait()
        # As Ctrl-C does: the signal goes to every process of the group.
        os.killpg(os.getpgrp(), signal.SIGINT)
        for task in tasks:
            task.result()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        executor.shutdown(cancel_futures=True)
        gone = [task for task in tasks if task.cancelled()]
        done = [task for task in tasks if task not in gone]
        failed = [task for task in done if task.exception() is not None]
        print(f"done {len(done)}, failed {len(failed)}, cancelled {len(gone)}")


if __name__ == "__main__":
    main()
