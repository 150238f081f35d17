"""Log records of several processes in one file, which only main writes."""

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
    handler = logging.FileHandler(path, encoding="utf-8")
    listener = logging.handlers.QueueListener(records, handler)
    listener.start()
    try:
        child = multiprocessing.Process(target=work, args=(records,))
        child.start()
        child.join()
    finally:
        listener.stop()
        handler.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "work.log")
        log_to(path)
        print(f"in the file: {path.read_text(encoding='utf-8').strip()}")


if __name__ == "__main__":
    main()
