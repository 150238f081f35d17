"""Told before anybody waits: an event is seen later, a `notify` is lost."""

import multiprocessing
from multiprocessing.synchronize import Condition, Event


def wait(event: Event, condition: Condition) -> None:
    print(f"event: {event.wait(20)}")
    with condition:
        print(f"condition: {condition.wait(0.2)}")


def main() -> None:
    event, condition = multiprocessing.Event(), multiprocessing.Condition()
    event.set()
    with condition:
        condition.notify_all()
    child = multiprocessing.Process(target=wait, args=(event, condition))
    child.start()
    child.join()


if __name__ == "__main__":
    main()
