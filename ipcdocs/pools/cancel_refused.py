"""cancel() refuses a task that is still waiting for its worker."""

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.synchronize import Event

started: Event
go: Event


def begin(*events: Event) -> None:
    global started, go
    started, go = events


def work(number: int) -> None:
    print(f"worker: task {number} begins")
    started.set()
    go.wait()


def main() -> None:
    busy, on = multiprocessing.Event(), multiprocessing.Event()
    with ProcessPoolExecutor(
        1, initializer=begin, initargs=(busy, on)
    ) as executor:
        tasks = [executor.submit(work, 0)]
        busy.wait()
        tasks += [executor.submit(work, number) for number in (1, 2, 3)]
        while not tasks[2].running():
            time.sleep(0.01)
        for number, task in enumerate(tasks):
            running, gone = task.running(), task.cancel()
            print(f"main: task {number}: running {running}, cancel {gone}")
        on.set()


if __name__ == "__main__":
    main()
