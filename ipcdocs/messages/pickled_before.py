"""The item is pickled before `put()`: who cannot send it, says so."""

import multiprocessing
import pickle
import threading
from multiprocessing.queues import Queue


def send(results: "Queue[bytes]", item: object) -> None:
    try:
        data = pickle.dumps(item)
    except Exception as error:
        data = pickle.dumps(f"cannot be sent: {error}")
    results.put(data)


def work(results: "Queue[bytes]") -> None:
    send(results, threading.Lock())
    send(results, "second item")


def main() -> None:
    results: Queue[bytes] = multiprocessing.Queue()
    child = multiprocessing.Process(target=work, args=(results,))
    child.start()
    for _ in range(2):
        print(f"got: {pickle.loads(results.get())}")
    child.join()


if __name__ == "__main__":
    main()
