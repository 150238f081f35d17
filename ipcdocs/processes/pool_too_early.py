"""A pool made before a function is defined: forked workers do not have it."""
# Expected: run as a script, stderr, exit status 0, still running after 2 s.

import multiprocessing

if __name__ == "__main__":
    pool = multiprocessing.Pool(1)


def double(number: int) -> int:
    """Return twice the number.

    >>> double(2)
    4
    """
    return 2 * number


def main() -> None:
    with pool:
        print(f"doubled: {pool.map(double, [1, 2, 3])}")


if __name__ == "__main__":
    main()
