"""An executor without a guard: BrokenProcessPool, except under fork."""
# Expected: stderr.

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def square(number: int) -> int:
    return number * number


with ProcessPoolExecutor(1) as executor:
    try:
        print(f"squares: {list(executor.map(square, [1, 2]))}")
    except BrokenProcessPool:
        print("BrokenProcessPool")
