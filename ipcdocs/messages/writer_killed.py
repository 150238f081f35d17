"""A process is killed while it puts: the queue is of no use any more."""
# Expected: still running after 2 s.

import multiprocessing
import time
from multiprocessing.queues import Queue


def work(results: "Queue[bytes]", size: int) -> None:
    results.put(bytes(size))


def main() -> None:
    results: Queue[bytes] = multiprocessing.Queue()
    first, second = (
        multiprocessing.Process(target=work, args=(results, size), daemon=True)
        for size in (1_000_000, 10)
    )
    first.start()
    while results.empty():  # until its first bytes are in the pipe
        time.sleep(0.01)
    first.kill()
    first.join()
    print(f"first: exit code {first.exitcode}")
    second.start()
    second.join(timeout=0.5)
    print(f"second: exit code {second.exitcode}")
    print("waiting for a result, at most 0.5 s")
    results.get(timeout=0.5)


if __name__ == "__main__":
    main()
