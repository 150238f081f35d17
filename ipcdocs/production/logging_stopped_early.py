"""The listener is stopped before the workers: what they log then is lost."""

import logging
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor, wait
from logging.handlers import QueueHandler, QueueListener
from queue import Queue

logger = logging.getLogger("shop")


def log_to(records: "Queue[logging.LogRecord]") -> None:
    logger.addHandler(QueueHandler(records))
    logger.setLevel(logging.INFO)


def pack(order: int) -> None:
    logger.info("packing order %s", order)


def main() -> None:
    with multiprocessing.Manager() as manager:
        records = manager.Queue()
        listener = QueueListener(records, logging.StreamHandler(sys.stdout))
        with ProcessPoolExecutor(
            1, initializer=log_to, initargs=(records,)
        ) as executor:
            first = executor.submit(pack, 7)
            listener.start()
            wait([first])
            listener.stop()  # too early
            executor.submit(pack, 8)
        print(f"never handled: {records.get().getMessage()}")
        print(f"left in the queue: {records.qsize()}")


if __name__ == "__main__":
    main()
