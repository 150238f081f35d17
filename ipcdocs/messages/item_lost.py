"""An item that cannot be pickled is lost, and `put()` has not said so."""
# Expected: stderr, still running after 2 s.

import multiprocessing
import threading
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event


def work(results: "Queue[object]", seen: Event) -> None:
    results.put(threading.Lock())
    results.put("second item")
    seen.wait()


def main() -> None:
    results: Queue[object] = multiprocessing.Queue()
    seen = multiprocessing.Event()
    child = multiprocessing.Process(target=work, args=(results, seen))
    child.start()
    print(f"got: {results.get()}")
    seen.set()
    child.join()
    print(f"exit code {child.exitcode}")
    results.get()


if __name__ == "__main__":
    main()
