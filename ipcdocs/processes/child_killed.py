"""A child is killed: its exit code is the number of the signal, negated."""

import multiprocessing
import os
import signal


def work() -> None:
    print(f"pid {os.getpid()} works", flush=True)
    # As `kill -9` does, and Linux when memory runs out.
    os.kill(os.getpid(), signal.SIGKILL)
    print("never printed")


def main() -> None:
    child = multiprocessing.Process(target=work)
    child.start()
    child.join()
    print(f"exit code {child.exitcode}, and SIGKILL is {signal.SIGKILL:d}")


if __name__ == "__main__":
    main()
