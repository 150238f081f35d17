"""Told before anybody waits: an event is seen later, a `notify` is lost."""

import multiprocessing
from multiprocessing.synchronize import Condition, Event


def wait(event: Event, condition: Condition, here: Event) -> None:
    print(f"event, set before: {event.wait(20)}")
    with condition:
        print(f"condition, notified before: {condition.wait(0.2)}")
        here.set()
        print(f"condition, notified now: {condition.wait(20)}")


def main() -> None:
    event, here = multiprocessing.Event(), multiprocessing.Event()
    condition = multiprocessing.Condition()
    event.set()
    with condition:
        condition.notify_all()
    child = multiprocessing.Process(
        target=wait, args=(event, condition, here)
    )
    child.start()
    here.wait()
    with condition:  # free when the child waits
        condition.notify_all()
    child.join()


if __name__ == "__main__":
    main()
