"""Two producers, three consumers, and a main that notices who dies."""

import multiprocessing
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.queues import Queue

CONSUMERS = 3


def produce(end: Connection, tasks: "Queue[int | None]", part: range) -> None:
    for number in (*part, *[None] * CONSUMERS):
        tasks.put(number)


def consume(end: Connection, tasks: "Queue[int | None]", parts: int) -> None:
    for _ in range(parts):
        for number in iter(tasks.get, None):
            try:
                end.send(f"6 / {number} = {6 / number}")
            except ZeroDivisionError as error:
                end.send(f"6 / {number}: {error!r}")


def run(*parts: range) -> Iterator[str]:
    tasks: Queue[int | None] = multiprocessing.Queue(maxsize=2)
    running = {}
    producers = [(produce, part) for part in parts]
    consumers = [(consume, len(parts))] * CONSUMERS
    try:
        for target, given in [*producers, *consumers]:
            here, there = multiprocessing.Pipe(duplex=False)
            child = multiprocessing.Process(
                target=target, args=(there, tasks, given)
            )
            child.start()
            there.close()  # now the child alone has it, and ends the pipe
            running[here] = child
        while running:
            for end in wait(running):
                try:
                    yield end.recv()
                except (EOFError, OSError):
                    child = running.pop(end)
                    child.join()
                    if code := child.exitcode:
                        raise RuntimeError(f"exit code {code}") from None
    finally:
        for child in running.values():
            child.kill()
            child.join()


def main() -> None:
    for result in sorted(run(range(2), range(2, 4))):
        print(f"{result}")


if __name__ == "__main__":
    main()
