"""A pool without a guard, started as a file: each new worker fails alike."""
# Expected: Python 3.13.8 or later, run as a script, stderr.
# Expected: repeats for ever, exit status 0 or 1.

import multiprocessing


def double(number: int) -> int:
    return 2 * number


with multiprocessing.Pool(1) as pool:
    print(f"doubled: {pool.map(double, [1, 2, 3])}")
