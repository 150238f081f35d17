"""A process with two threads starts a child: since 3.12, fork warns."""
# Expected: stderr.

import multiprocessing
import threading
import warnings


def greet() -> None:
    print(f"threads in the child: {threading.active_count()}")


def main() -> None:
    # Hidden otherwise: it comes from multiprocessing, not from __main__.
    warnings.simplefilter("always", DeprecationWarning)
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    print(f"threads in the parent: {threading.active_count()}")
    child = multiprocessing.Process(target=greet)
    child.start()
    child.join()
    print(f"joined: exit code {child.exitcode}")
    done.set()
    thread.join()


if __name__ == "__main__":
    main()
