"""How many times as long as a thread a process takes to start and end."""
# Expected: ratio from 2 to 1000000.

import multiprocessing
import threading
import time
from collections.abc import Callable


def nothing() -> None:
    pass


def least(
    start: Callable[..., threading.Thread | multiprocessing.Process],
) -> float:
    """Return the shortest time in seconds of ten starts."""
    times = []
    for _ in range(10):
        begun = time.perf_counter()
        worker = start(target=nothing)
        worker.start()
        worker.join()
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> None:
    ratio = least(multiprocessing.Process) / least(threading.Thread)
    print(f"process to thread, ratio {round(ratio)}")


if __name__ == "__main__":
    main()
