"""imap() keeps the results of later tasks back until the first is there."""

import multiprocessing
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Event

go_on: Event
ended: SimpleQueue[int]


def set_up(event: Event, queue: SimpleQueue[int]) -> None:
    global go_on, ended
    go_on, ended = event, queue


def work(number: int) -> int:
    if number == 0:
        go_on.wait()
    ended.put(number)
    return number**2


def main() -> None:
    event = multiprocessing.Event()
    queue: SimpleQueue[int] = multiprocessing.SimpleQueue()
    with multiprocessing.Pool(2, set_up, (event, queue)) as pool:
        results = pool.imap(work, range(3))
        for _ in range(2):
            print(f"at its end: task {queue.get()}")
        try:
            print(f"first result: {results.next(timeout=0.5)}")
        except multiprocessing.TimeoutError:
            print("no result in half a second")
        event.set()
        print(f"results: {list(results)}")
    queue.close()


if __name__ == "__main__":
    main()
