"""A list is changed after `put()`, and arrives with the change."""

import multiprocessing
import threading
from multiprocessing.queues import Queue

go_on = threading.Event()


class First:
    """Takes long to pickle: until main says so."""

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        go_on.wait()
        return str, ("first",)


def main() -> None:
    items: Queue[object] = multiprocessing.Queue()
    items.put(First())
    scores = [10]
    items.put(scores)
    items.put(list(scores))
    scores.append(20)
    go_on.set()
    print(f"{items.get()}")
    print(f"the list: {items.get()}")
    print(f"the copy: {items.get()}")


if __name__ == "__main__":
    main()
