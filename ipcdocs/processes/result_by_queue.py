"""Results through a Queue, also where a child raises or is killed."""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
from multiprocessing.queues import Queue


def inverse(number: int) -> float:
    """Divide 1 by a number.

    >>> inverse(4)
    0.25
    """
    if number == 13:  # as if the system had killed this process
        os.kill(os.getpid(), signal.SIGTERM)
    return 1 / number


def send_inverse(number: int, results: Queue[tuple[int, object]]) -> None:
    try:
        results.put((number, inverse(number)))
    except Exception as error:
        results.put((number, repr(error)))


def main() -> None:
    results: Queue[tuple[int, object]] = multiprocessing.Queue()
    waiting = {}
    for number in (4, 0, 13):
        child = multiprocessing.Process(
            target=send_inverse, args=(number, results), daemon=True
        )
        child.start()
        waiting[number] = child
    outcomes = {}
    while waiting:
        ended = [n for n in waiting if not waiting[n].is_alive()]
        try:
            number, outcome = results.get(timeout=0.1)
            outcomes[number] = outcome
            waiting.pop(number).join()
        except queue.Empty:  # so these had put nothing before they ended
            for number in ended:
                code = waiting.pop(number).exitcode
                outcomes[number] = f"nothing, exit code {code}"
    for number, outcome in sorted(outcomes.items()):
        print(f"{number}: {outcome}")


if __name__ == "__main__":
    main()
