"""A map by processes and pipes alone, which need no /dev/shm."""

import os
from collections.abc import Callable
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from typing import Any


def square(number: int) -> int:
    return number**2


def invert(number: int) -> float:
    return 1 / number


def work(end: Connection, task: Callable[..., Any], part: list[Any]) -> None:
    with end:
        try:
            end.send([task(item) for item in part])
        except Exception as error:
            end.send(error)


def run(task: Callable[..., Any], items: list[Any], workers: int) -> list[Any]:
    """Call the task with each item, in so many processes."""
    results = [None] * len(items)
    started = []
    try:
        for number in range(workers):
            receiver, sender = Pipe(duplex=False)
            args = (sender, task, items[number::workers])
            child = Process(target=work, args=args)
            child.start()
            sender.close()
            started.append((child, receiver))
        for number, (_, receiver) in enumerate(started):
            answer = receiver.recv()
            if isinstance(answer, Exception):
                raise answer
            results[number::workers] = answer
    finally:
        for child, receiver in started:
            receiver.close()
            child.kill()
            child.join()
    return results


def main() -> None:
    for task in (square, invert, os._exit):
        try:
            print(f"{task.__name__}: {run(task, [0, 1, 2, 3, 4], 2)}")
        except (ArithmeticError, EOFError) as error:
            print(f"{task.__name__}: {error!r}")


if __name__ == "__main__":
    main()
