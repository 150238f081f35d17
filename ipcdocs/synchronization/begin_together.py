"""Nobody begins before all are ready: a barrier, and an event to begin."""

import multiprocessing
from multiprocessing.synchronize import Barrier, Event


def run(name: str, ready: Barrier, begin: Event) -> None:
    print(f"{name}: ready")
    ready.wait()
    begin.wait()
    print(f"{name}: runs")


def main() -> None:
    ready = multiprocessing.Barrier(3)  # two runners and main
    begin = multiprocessing.Event()
    runners = [
        multiprocessing.Process(target=run, args=(name, ready, begin))
        for name in ("Ann", "Bob")
    ]
    for runner in runners:
        runner.start()
    ready.wait()
    print("main: all are ready")
    begin.set()
    for runner in runners:
        runner.join()
    codes = [runner.exitcode for runner in runners]
    print(f"main: exit codes {codes}")


if __name__ == "__main__":
    main()
