"""`cancel_join_thread()`: the child ends, and the reader hangs instead."""
# Expected: still running after 2 s.

import multiprocessing
import time
from multiprocessing.queues import Queue


def work(results: "Queue[bytes]") -> None:
    results.put(bytes(1_000_000))
    results.cancel_join_thread()
    while results.empty():  # until the first bytes are in the pipe
        time.sleep(0.01)


def main() -> None:
    results: Queue[bytes] = multiprocessing.Queue()
    child = multiprocessing.Process(target=work, args=(results,))
    child.start()
    child.join()
    print(f"exit code {child.exitcode}")
    print("waiting for a result, at most 0.5 s")
    results.get(timeout=0.5)


if __name__ == "__main__":
    main()
