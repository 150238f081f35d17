"""One None for three consumers: one of them ends, two wait for ever."""
# Expected: still running after 2 s.

import multiprocessing
from multiprocessing.connection import wait
from multiprocessing.queues import Queue


def consume(tasks: "Queue[int | None]") -> None:
    while tasks.get() is not None:
        pass


def main() -> None:
    tasks: Queue[int | None] = multiprocessing.Queue()
    consumers = [
        multiprocessing.Process(target=consume, args=(tasks,))
        for _ in range(3)
    ]
    for consumer in consumers:
        consumer.start()
    tasks.put(None)
    ended = wait([consumer.sentinel for consumer in consumers])
    print(f"{len(ended)} of {len(consumers)} consumers has ended")
    for consumer in consumers:
        consumer.join()


if __name__ == "__main__":
    main()
