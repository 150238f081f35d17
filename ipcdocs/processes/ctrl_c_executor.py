"""Ctrl-C and an executor: `with` waits for all tasks, unless cancelled."""

import multiprocessing
import os
import signal
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing.synchronize import Event

started: Event
go: Event


def begin(*events: Event) -> None:
    global started, go
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    started, go = events


def work(number: int) -> str:
    started.set()
    go.wait()
    return "done"


def state(task: Future[str]) -> str:
    return "cancelled" if task.cancelled() else task.result()


def interrupt(cancel: bool) -> None:
    busy, on = multiprocessing.Event(), multiprocessing.Event()
    with ProcessPoolExecutor(
        1, initializer=begin, initargs=(busy, on)
    ) as executor:
        tasks = [executor.submit(work, number) for number in range(10)]
        busy.wait()
        try:
            # As Ctrl-C does: the signal goes to every process of the group.
            os.killpg(os.getpgrp(), signal.SIGINT)
        except KeyboardInterrupt:
            executor.shutdown(wait=False, cancel_futures=cancel)
            if cancel:
                with suppress(CancelledError):
                    tasks[-1].result()
            on.set()
    first, last = state(tasks[0]), state(tasks[-1])
    print(f"cancel_futures={cancel}: first task {first}, last task {last}")


def main() -> None:
    interrupt(cancel=False)
    interrupt(cancel=True)


if __name__ == "__main__":
    main()
