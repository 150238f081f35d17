"""A daemonic child is terminated when main ends, without its `finally`."""

import multiprocessing
from multiprocessing.synchronize import Event


def sell(name: str, opened: Event, stop: Event) -> None:
    print(f"{name}: opens the till")
    try:
        opened.set()
        stop.wait()
    finally:
        print(f"{name}: closes the till")


def start(name: str, stop: Event) -> multiprocessing.Process:
    opened = multiprocessing.Event()
    child = multiprocessing.Process(
        target=sell, args=(name, opened, stop), daemon=True
    )
    child.start()
    opened.wait()
    return child


def main() -> None:
    stop, never = multiprocessing.Event(), multiprocessing.Event()
    told = start("told to stop", stop)
    start("left alone", never)
    stop.set()
    told.join()
    print("main: ends")


if __name__ == "__main__":
    main()
