"""A worker is killed while it logs: with a manager's queue the log goes on."""

import logging
import multiprocessing
from logging.handlers import QueueHandler, QueueListener
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from queue import Queue


def log(records: "Queue[logging.LogRecord]", text: str) -> None:
    record = logging.makeLogRecord({"msg": text})
    QueueHandler(records).handle(record)


def work(records: "Queue[logging.LogRecord]") -> None:
    log(records, "from the first worker")
    while True:
        log(records, "x" * 1_000_000)


def work_later(records: "Queue[logging.LogRecord]", go: Event) -> None:
    go.wait()
    log(records, "from the second worker")


class Killer(logging.Handler):
    def __init__(self, child: BaseProcess) -> None:
        super().__init__()
        self.child = child

    def emit(self, record: logging.LogRecord) -> None:
        if len(text := record.getMessage()) < 100:
            print(f"listener: {text}")
            self.child.kill()


def main() -> None:
    with multiprocessing.Manager() as manager:
        records = manager.Queue()
        go = multiprocessing.Event()
        first = multiprocessing.Process(target=work, args=(records,))
        second = multiprocessing.Process(target=work_later, args=(records, go))
        first.start()
        second.start()
        listener = QueueListener(records, Killer(first))
        listener.start()
        first.join()
        go.set()
        second.join()
        listener.stop()
        print(f"main: exit codes {first.exitcode}, {second.exitcode}")


if __name__ == "__main__":
    main()
