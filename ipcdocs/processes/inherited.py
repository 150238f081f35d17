"""What a child has of its parent: global, lock, open file, environment."""

import multiprocessing
import os
import tempfile
import threading

setting = "of the file"
lock = threading.Lock()


def tell(descriptor: int, status: os.stat_result) -> None:
    try:
        same_file = os.path.samestat(os.fstat(descriptor), status)
    except OSError:
        same_file = False
    print(f"global variable: {setting}")
    print(f"lock is held: {lock.locked()}")
    print(f"file is open: {same_file}")
    print(f"environment variable: {os.environ['SETTING']}")


def main() -> None:
    global setting
    with lock, tempfile.TemporaryFile() as file:
        for turn in ("first", "second"):
            setting = os.environ["SETTING"] = f"of the {turn} start"
            descriptor = file.fileno()
            child = multiprocessing.Process(
                target=tell, args=(descriptor, os.fstat(descriptor))
            )
            child.start()
            child.join()


if __name__ == "__main__":
    main()
