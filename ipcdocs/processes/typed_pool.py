"""A function typed after `python -c`, called by a pool: the pool hangs."""
# Expected: run with -c, stderr, exit status 0, still running after 2 s.

import multiprocessing


def double(number: int) -> int:
    """Return twice the number.

    >>> double(2)
    4
    """
    return 2 * number


def main() -> None:
    with multiprocessing.Pool(1) as pool:
        print(f"doubled: {pool.map(double, [1, 2, 3])}")


if __name__ == "__main__":
    main()
