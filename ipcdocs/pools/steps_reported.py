"""Tasks that take long report each step; one of them fails."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, wait
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Event

steps: SimpleQueue[int]
first_shown: Event


def set_up(queue: SimpleQueue[int], event: Event) -> None:
    global steps, first_shown
    steps, first_shown = queue, event


def work(number: int) -> str:
    steps.put(1)
    # Go on when main has shown a step.
    first_shown.wait()
    steps.put(1)
    if number == 1:
        raise ValueError("the last step has failed")
    steps.put(1)
    return "three steps done"


def main() -> None:
    queue: SimpleQueue[int] = multiprocessing.SimpleQueue()
    event = multiprocessing.Event()
    done = 0
    with ProcessPoolExecutor(
        2, initializer=set_up, initargs=(queue, event)
    ) as executor:
        tasks = [executor.submit(work, number) for number in range(2)]
        pending = set(tasks)
        while pending:
            pending = wait(pending, timeout=0.1).not_done
            while not queue.empty():
                done += queue.get()
                print(f"step {done} of 6")
                event.set()
    for number, task in enumerate(tasks):
        print(f"task {number}: {task.exception() or task.result()}")
    queue.close()


if __name__ == "__main__":
    main()
