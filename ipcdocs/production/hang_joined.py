"""`join()` with a timeout: the child without an exit code still runs."""

import multiprocessing
import sys
from multiprocessing.synchronize import Event

LIMITS = {"baker": 20, "cook": 20, "waiter": 0.5}


def work(guest: Event) -> None:
    name = multiprocessing.current_process().name
    if name == "cook":
        sys.exit(3)
    elif name == "waiter":
        guest.wait()  # nobody comes


def main() -> None:
    guest = multiprocessing.Event()
    children = [
        multiprocessing.Process(target=work, args=(guest,), name=name)
        for name in LIMITS
    ]
    for child in children:
        child.start()
    for child in children:
        child.join(LIMITS[child.name])
        print(f"{child.name}: exit code {child.exitcode}")
    for running in multiprocessing.active_children():
        print(f"still running: {running.name}")
        running.terminate()
        running.join()
        print(f"{running.name}: exit code {running.exitcode}")


if __name__ == "__main__":
    main()
