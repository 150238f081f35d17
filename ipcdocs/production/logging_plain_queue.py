"""A worker dies while it sends a record: the log stops for everybody."""
# Expected: still running after 2 s.

import logging
import multiprocessing
from logging.handlers import QueueHandler, QueueListener
from multiprocessing.process import BaseProcess
from multiprocessing.queues import Queue


def work(records: "Queue[logging.LogRecord]") -> None:
    handler = QueueHandler(records)
    handler.handle(logging.makeLogRecord({"msg": "a short record"}))
    # More than a pipe holds: the worker waits until main has read it.
    handler.handle(logging.makeLogRecord({"msg": "x" * 1_000_000}))


class Killer(logging.Handler):
    def __init__(self, child: BaseProcess, records: "Queue[object]") -> None:
        super().__init__()
        self.child, self.records = child, records

    def emit(self, record: logging.LogRecord) -> None:
        print(f"listener: {len(record.getMessage())} characters")
        while self.records.empty():
            pass  # until a part of the next record is in the pipe
        self.child.kill()


def main() -> None:
    records: Queue[object] = multiprocessing.Queue()
    child = multiprocessing.Process(target=work, args=(records,))
    child.start()
    listener = QueueListener(records, Killer(child, records))
    listener.start()
    child.join()
    print(f"main: exit code {child.exitcode}, stops the listener")
    listener.stop()
    print("main: done")


if __name__ == "__main__":
    main()
