"""How many CPUs this process may use, on each Python and each system."""

import multiprocessing
import os
import sys


def usable_cpus() -> int:
    if sys.version_info >= (3, 13):
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def main() -> None:
    # One CPU for this process.
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
    print(f"usable CPUs: {usable_cpus()}")
    with multiprocessing.Pool(usable_cpus()) as pool:
        print(f"workers: {len(multiprocessing.active_children())}")
        print(f"lengths: {pool.map(len, ['spam', 'eggs'])}")


if __name__ == "__main__":
    main()
