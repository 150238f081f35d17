"""What a Pool has done after close() and join(), and after terminate()."""

import multiprocessing
from multiprocessing.synchronize import Event

begun: Event
go_on: Event


def begin(*events: Event) -> None:
    global begun, go_on
    begun, go_on = events


def work(number: int) -> int:
    begun.set()
    go_on.wait()
    return number


def run(how: str) -> None:
    busy, on = multiprocessing.Event(), multiprocessing.Event()
    with multiprocessing.Pool(1, begin, (busy, on)) as pool:
        (worker,) = multiprocessing.active_children()
        tasks = [pool.apply_async(work, (number,)) for number in range(3)]
        busy.wait()
        if how == "close":
            pool.close()
            on.set()
        else:
            pool.terminate()
        pool.join()
    done = [task.get() for task in tasks if task.ready()]
    print(f"{how}: results {done}")
    print(f"  exit code of the worker {worker.exitcode}")


def main() -> None:
    for how in ("close", "terminate"):
        run(how)


if __name__ == "__main__":
    main()
