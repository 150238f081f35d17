"""Log records of several processes in one file, which only main writes."""

import contextlib
import logging
import logging.handlers
import multiprocessing
import tempfile
from multiprocessing.queues import Queue
from pathlib import Path


def work(records: "Queue[logging.LogRecord]") -> None:
    logger = logging.getLogger()
    logger.setLevel(logging.INFO)
    logger.addHandler(logging.handlers.QueueHandler(records))
    logger.info("the child works")


def log_to(path: Path) -> None:
    records: Queue[logging.LogRecord] = multiprocessing.Queue()
    child = multiprocessing.Process(target=work, args=(records,))
    with contextlib.closing(logging.FileHandler(path)) as handler:
        listener = logging.handlers.QueueListener(records, handler)
        child.start()
        listener.start()
        try:
            child.join()
        finally:
            listener.stop()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "work.log")
        log_to(path)
        print(f"in the file: {path.read_text(encoding='utf-8').strip()}")


if __name__ == "__main__":
    main()
