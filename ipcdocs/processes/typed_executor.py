"""A function typed after `python -c`, called by an executor: it breaks."""
# Expected: run with -c, stderr.

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def double(number: int) -> int:
    """Return twice the number.

    >>> double(2)
    4
    """
    return 2 * number


def main() -> None:
    with ProcessPoolExecutor(1) as executor:
        try:
            print(f"doubled: {list(executor.map(double, [1, 2, 3]))}")
        except BrokenProcessPool:
            print("BrokenProcessPool")


if __name__ == "__main__":
    main()
