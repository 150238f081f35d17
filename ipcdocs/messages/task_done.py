"""`task_done()` in `finally`, and a main that notices a dead worker."""

import multiprocessing
import signal
import threading
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from multiprocessing.queues import JoinableQueue


def work(tasks: "JoinableQueue[int]") -> None:
    while True:
        number = tasks.get()
        try:
            if number == 13:  # as if the system had killed this process
                signal.raise_signal(signal.SIGTERM)
            print(f"1 / {number} = {1 / number}")
        except ZeroDivisionError as error:
            print(f"1 / {number}: {error!r}")
        finally:
            tasks.task_done()


def join(
    tasks: "JoinableQueue[int]", workers: list[BaseProcess]
) -> None:
    done = threading.Thread(target=tasks.join, daemon=True)
    done.start()
    while done.is_alive():
        if wait([worker.sentinel for worker in workers], timeout=0.1):
            raise RuntimeError("a worker has ended")


def main() -> None:
    tasks: JoinableQueue[int] = multiprocessing.JoinableQueue()
    worker = multiprocessing.Process(target=work, args=(tasks,))
    worker.start()
    try:
        for numbers in ((4, 0, 2), (5, 13, 8)):
            for number in numbers:
                tasks.put(number)
            join(tasks, [worker])
            print("all tasks are done")
    except RuntimeError as error:
        print(f"{error}")
    finally:
        worker.terminate()
        worker.join()
        print(f"exit code {worker.exitcode}")


if __name__ == "__main__":
    main()
