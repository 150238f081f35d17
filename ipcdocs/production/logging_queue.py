"""Workers send their log records to main, which alone writes the file."""

import logging
import multiprocessing
import tempfile
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from logging.handlers import QueueHandler, QueueListener
from pathlib import Path
from queue import Queue

logger = logging.getLogger("shop")


def log_to(records: "Queue[logging.LogRecord]") -> None:
    root = logging.getLogger()
    root.handlers.clear()  # under fork a worker has those of main
    root.addHandler(QueueHandler(records))
    root.setLevel(logging.INFO)


def pack(order: int) -> str:
    logger.info("packing %.2f of 100", 100 / order)
    return f"order {order} packed"


def serve(path: Path) -> None:
    with (
        closing(logging.FileHandler(path, encoding="utf-8")) as file,
        multiprocessing.Manager() as manager,
    ):
        logging.basicConfig(level=logging.INFO, handlers=[file])
        records = manager.Queue()
        listener = QueueListener(records, file)
        with ProcessPoolExecutor(
            2, initializer=log_to, initargs=(records,)
        ) as executor:
            futures = [executor.submit(pack, order) for order in (5, 0, 2)]
            listener.start()  # a thread: after the workers, for fork's sake
            try:
                for future in futures:
                    print(f"{future.exception() or future.result()}")
                logger.info("the shop closes")
            finally:
                executor.shutdown(cancel_futures=True)
                listener.stop()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "shop.log")
        serve(path)
        for line in sorted(path.read_text(encoding="utf-8").splitlines()):
            print(f"in {path.name}: {line}")


if __name__ == "__main__":
    main()
