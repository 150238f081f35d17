"""Which methods of a queue the other queues do not have."""

import multiprocessing
import queue

METHODS = (
    *("put_nowait", "get_nowait", "qsize", "full"),
    *("task_done", "join", "shutdown"),
    *("close", "join_thread", "cancel_join_thread"),
)


def main() -> None:
    with multiprocessing.Manager() as manager:
        for name, items in {
            "queue.Queue": queue.Queue(),
            "multiprocessing.Queue": multiprocessing.Queue(),
            "SimpleQueue": multiprocessing.SimpleQueue(),
            "JoinableQueue": multiprocessing.JoinableQueue(),
            "manager.Queue": manager.Queue(),
        }.items():
            missing = [each for each in METHODS if not hasattr(items, each)]
            print(f"{name} has no {', '.join(missing)}")


if __name__ == "__main__":
    main()
