"""A timeout ends the waiting for a task, and not the task."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.synchronize import Event

started: Event
go: Event


def begin(*events: Event) -> None:
    global started, go
    started, go = events


def work(name: str) -> str:
    started.set()
    go.wait()
    print(f"worker: {name} is done")
    return name


def main() -> None:
    busy, on = multiprocessing.Event(), multiprocessing.Event()
    with ProcessPoolExecutor(
        1, initializer=begin, initargs=(busy, on)
    ) as executor:
        results = executor.map(work, ["first"], timeout=0.2)
        second = executor.submit(work, "second")
        busy.wait()
        try:
            next(results)
        except TimeoutError as error:
            print(f"main: map: {error!r}")
        try:
            second.result(timeout=0.2)
        except TimeoutError as error:
            print(f"main: result: {error!r}")
        print(f"main: second is done: {second.done()}")
        on.set()
    print(f"main: after with, result: {second.result()}")


if __name__ == "__main__":
    main()
