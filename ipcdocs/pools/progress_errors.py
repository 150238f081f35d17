"""Results as they come, with the error and the crash among them."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing.synchronize import Event

counted: list[Event]


def set_up(events: list[Event]) -> None:
    global counted
    counted = events


def work(number: int) -> float:
    # Wait until main has counted the next number.
    counted[number + 1].wait()
    if number == 0:
        os._exit(1)
    return 1 / (number - 1)


def main() -> None:
    events = [multiprocessing.Event() for _ in range(5)]
    events[4].set()
    with ProcessPoolExecutor(
        4, initializer=set_up, initargs=(events,)
    ) as executor:
        tasks = {executor.submit(work, number): number for number in range(4)}
        for done, task in enumerate(as_completed(tasks), start=1):
            error = task.exception()
            told = type(error).__name__ if error else f"{task.result()}"
            print(f"{done} of {len(tasks)}: task {tasks[task]}: {told}")
            events[tasks[task]].set()
    good = [task.result() for task in tasks if not task.exception()]
    print(f"in the order of submission: {good}")


if __name__ == "__main__":
    main()
