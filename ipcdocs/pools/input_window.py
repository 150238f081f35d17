"""A few tasks at a time: when one has ended, the next is submitted."""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent import futures
from itertools import islice
from multiprocessing.synchronize import Event

go_on: Event


def submit_each(
    executor: futures.Executor,
    function: Callable[[int], float],
    items: Iterable[int],
    limit: int,
) -> Iterator[tuple[int, futures.Future[float]]]:
    rest = iter(items)
    tasks = {executor.submit(function, i): i for i in islice(rest, limit)}
    while tasks:
        first = futures.wait(tasks, return_when=futures.FIRST_COMPLETED)
        for task in first.done:
            yield tasks.pop(task), task
            for item in islice(rest, 1):
                tasks[executor.submit(function, item)] = item


def set_up(event: Event) -> None:
    global go_on
    go_on = event


def divide(number: int) -> float:
    if number == 1:
        go_on.wait()
    return 1 / number


def numbers() -> Iterator[int]:
    for number in (1, 0, 2, 4, 5):
        print(f"taken: {number}")
        yield number


def main() -> None:
    event = multiprocessing.Event()
    told = []
    with futures.ProcessPoolExecutor(
        2, initializer=set_up, initargs=(event,)
    ) as executor:
        for number, task in submit_each(executor, divide, numbers(), 3):
            told.append(f"{number}: {task.exception() or task.result()}")
            print(f"results: {len(told)}")
            if len(told) == 4:
                event.set()
    print(f"{sorted(told[:-1])}, last: {told[-1]}")


if __name__ == "__main__":
    main()
