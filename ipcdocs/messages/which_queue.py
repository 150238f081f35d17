"""Five queues: what a child puts into them, does it arrive?"""

import multiprocessing
import queue
from typing import Any


def work(items: Any) -> None:
    items.put("from the child")


def to_process(items: Any) -> str:
    child = multiprocessing.Process(target=work, args=(items,))
    try:
        child.start()
    except TypeError as error:
        return f"TypeError: {error}"
    child.join()
    return "nothing arrives" if items.empty() else f"{items.get()}"


def to_pool(pool: Any, items: Any) -> str:
    try:
        pool.apply(work, (items,))
    except (RuntimeError, TypeError) as error:
        return f"{type(error).__name__}: {error}"
    return f"{items.get()}"


def main() -> None:
    with multiprocessing.Manager() as manager:
        queues = {
            "queue.Queue": queue.Queue(),
            "multiprocessing.Queue": multiprocessing.Queue(),
            "SimpleQueue": multiprocessing.SimpleQueue(),
            "JoinableQueue": multiprocessing.JoinableQueue(),
            "manager.Queue": manager.Queue(),
        }
        for name, items in queues.items():
            print(f"Process, {name}: {to_process(items)}")
        with multiprocessing.Pool(1) as pool:
            for name, items in queues.items():
                print(f"Pool, {name}: {to_pool(pool, items)}")


if __name__ == "__main__":
    main()
