"""The process starts before the thread: no warning, and no deadlock."""

import multiprocessing
import threading
import warnings
from multiprocessing.synchronize import Event

lock = threading.Lock()
held = threading.Event()
release = threading.Event()


def hold() -> None:
    with lock:
        held.set()
        release.wait()


def work(begin: Event) -> None:
    begin.wait()
    print(f"child: the lock is held: {lock.locked()}")
    with lock:
        print("child: done")


def main() -> None:
    warnings.simplefilter("always", DeprecationWarning)
    begin = multiprocessing.Event()
    child = multiprocessing.Process(target=work, args=(begin,))
    child.start()
    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    print(f"main: the lock is held: {lock.locked()}")
    begin.set()
    child.join()
    print(f"main: joined, exit code {child.exitcode}")
    release.set()
    thread.join()


if __name__ == "__main__":
    main()
