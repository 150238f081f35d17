"""A thread holds a lock while main forks: the child waits for it for ever."""
# Expected: exit status 0, still running after 2 s.

import multiprocessing
import threading

lock = threading.Lock()
held = threading.Event()
release = threading.Event()


def hold() -> None:
    with lock:
        held.set()
        release.wait()


def work() -> None:
    print(f"child: the lock is held: {lock.locked()}")
    with lock:
        print("child: done")


def main() -> None:
    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    child = multiprocessing.Process(target=work)
    child.start()
    release.set()
    thread.join()
    print(f"main: the lock is held: {lock.locked()}")
    child.join()
    print(f"main: joined, exit code {child.exitcode}")


if __name__ == "__main__":
    main()
