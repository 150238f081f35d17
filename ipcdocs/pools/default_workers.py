"""How many workers a Pool starts where this process may use one CPU."""

import multiprocessing
import os
import sys
from unittest import mock


def main() -> None:
    # One CPU for this process, of three that the machine seems to have.
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
    with mock.patch("os.cpu_count", return_value=3):
        print(f"os.cpu_count(): {os.cpu_count()}")
        print(f"os.sched_getaffinity(0): {len(os.sched_getaffinity(0))}")
        if sys.version_info >= (3, 13):
            print(f"os.process_cpu_count(): {os.process_cpu_count()}")
        with multiprocessing.Pool():
            print(f"workers: {len(multiprocessing.active_children())}")


if __name__ == "__main__":
    main()
