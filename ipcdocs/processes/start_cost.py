"""What a start costs the parent: when it is small, and with 400 MB in use."""
# Expected: fork from 2 to 999, spawn from 0 to 9, forkserver from 0 to 9.

import multiprocessing
import time
from multiprocessing.process import BaseProcess


def work() -> None:
    pass


def child_of(method: str) -> BaseProcess:
    if method == "fork":
        return multiprocessing.get_context("fork").Process(target=work)
    if method == "spawn":
        return multiprocessing.get_context("spawn").Process(target=work)
    return multiprocessing.get_context("forkserver").Process(target=work)


def seconds(method: str) -> float:
    """Return the processor time that `start()` takes: the least of eight."""
    times = []
    for _ in range(8):
        child = child_of(method)
        begin = time.process_time()
        child.start()
        times.append(time.process_time() - begin)
        child.join()
    return min(times)


def main() -> None:
    methods = ("fork", "spawn", "forkserver")
    small = {method: seconds(method) for method in methods}
    held = [bytearray(b"x" * 1000) for _ in range(400_000)]
    for method in methods:
        ratio = seconds(method) / small[method]
        print(f"{method} {ratio:.0f} times what it took before")
    print(f"objects held: {len(held)}")


if __name__ == "__main__":
    main()
