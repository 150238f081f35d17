"""Three processes log to one file: one returns, one fails, one is killed."""

import logging
import signal
import sys
import tempfile
from contextlib import closing
from logging.handlers import QueueHandler, QueueListener
from multiprocessing import Manager, Process
from pathlib import Path
from queue import Queue


def pack(records: "Queue[logging.LogRecord]", order: int) -> None:
    root = logging.getLogger()
    root.handlers.clear()  # under fork a child has those of main
    root.addHandler(QueueHandler(records))
    root.setLevel(logging.INFO)
    root.info("packing order %s", order)
    try:
        if order == 3:
            signal.raise_signal(signal.SIGKILL)
        root.info("%.2f percent", 100 / order)
    except Exception:
        root.exception("order %s failed", order)
        sys.exit(1)


def serve(file: logging.Handler) -> None:
    logging.basicConfig(level=logging.INFO, handlers=[file])
    with Manager() as manager:
        records = manager.Queue()
        listener = QueueListener(records, file)
        children = [Process(target=pack, args=(records, n)) for n in (4, 0, 3)]
        for child in children:
            child.start()
        listener.start()  # a thread: after the children, for fork's sake
        try:
            for child in children:
                child.join()
                print(f"exit code {child.exitcode}")
        finally:
            for child in children:
                child.join()  # after an exception too: they still log
            listener.stop()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "shop.log")
        with closing(logging.FileHandler(path, encoding="utf-8")) as file:
            serve(file)
        for line in sorted(path.read_text(encoding="utf-8").splitlines()):
            if not line.startswith(" "):  # no frame of a traceback
                print(f"in {path.name}: {line}")


if __name__ == "__main__":
    main()
