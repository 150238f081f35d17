"""A Pool without a guard: worker after worker dies, for ever."""
# Expected: stderr, exit status 0, repeats for ever.

import multiprocessing


def square(number: int) -> int:
    return number * number


with multiprocessing.Pool(2) as pool:
    print(f"squares: {pool.map(square, [1, 2])}")
