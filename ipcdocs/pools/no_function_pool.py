"""A function typed after `python -c`, for a Pool: only fork has it."""
# Expected: run with -c, stderr, exit status 0, still running after 2 s.

import multiprocessing


def square(number: int) -> int:
    return number * number


def main() -> None:
    with multiprocessing.Pool(1) as pool:
        print(f"squares: {pool.map(square, [1, 2])}")


if __name__ == "__main__":
    main()
