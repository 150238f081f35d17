"""What an object must not hold if its method is a task."""

import multiprocessing
import tempfile
import threading
from concurrent.futures import ProcessPoolExecutor


class Holder:
    def __init__(self, held: object) -> None:
        self.held = held

    def work(self) -> None:
        print("this is not reached")


def main() -> None:
    with (
        multiprocessing.Pool(1) as pool,
        ProcessPoolExecutor(1) as executor,
        tempfile.TemporaryFile("w") as file,
    ):
        for name, held in {
            "threading lock": threading.Lock(),
            "multiprocessing lock": multiprocessing.Lock(),
            "open file": file,
            "Pool": pool,
            "executor": executor,
        }.items():
            try:
                pool.apply(Holder(held).work)
            except Exception as error:
                print(f"{name}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
