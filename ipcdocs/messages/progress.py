"""Tasks of an executor report while they work, to the end of each."""

import multiprocessing
import signal
from concurrent.futures import ProcessPoolExecutor
from queue import Queue


def work(progress: "Queue[str | None]", number: int) -> float:
    progress.put(f"task {number} begins")
    if number == 13:  # as if the system had killed this process
        signal.raise_signal(signal.SIGTERM)
    return 1 / number


def main() -> None:
    with multiprocessing.Manager() as manager, ProcessPoolExecutor(1) as pool:
        progress = manager.Queue()
        futures = [pool.submit(work, progress, n) for n in (4, 0, 13)]
        for future in futures:
            future.add_done_callback(lambda _: progress.put(None))
        for _ in futures:
            for line in iter(progress.get, None):
                print(f"{line}")
        for future in futures:
            error = future.exception()
            print(f"{type(error).__name__ if error else future.result()}")


if __name__ == "__main__":
    main()
