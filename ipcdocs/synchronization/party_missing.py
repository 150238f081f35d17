"""A party dies on its way to the barrier: main breaks it for the others."""
# Expected: stderr.

import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import wait
from multiprocessing.synchronize import Barrier


def run(name: str, trouble: str, start: Barrier) -> None:
    if name == "Bob" and trouble == "raises":
        print(f"{1 / 0}")
    if name == "Bob" and trouble == "is killed":
        os.kill(os.getpid(), signal.SIGKILL)
    try:
        start.wait()
        print(f"{name}: runs")
    except threading.BrokenBarrierError:
        print(f"{name}: no start")


def watch(runners: list[multiprocessing.Process], start: Barrier) -> None:
    while running := [runner for runner in runners if runner.is_alive()]:
        if any(runner.exitcode for runner in runners):
            start.abort()
        wait([runner.sentinel for runner in running])


def main() -> None:
    for trouble in ("nothing", "raises", "is killed"):
        start = multiprocessing.Barrier(2)
        runners = [
            multiprocessing.Process(target=run, args=(name, trouble, start))
            for name in ("Ann", "Bob")
        ]
        for runner in runners:
            runner.start()
        watch(runners, start)
        codes = [runner.exitcode for runner in runners]
        print(f"Bob {trouble}: broken {start.broken}, exit codes {codes}")


if __name__ == "__main__":
    main()
