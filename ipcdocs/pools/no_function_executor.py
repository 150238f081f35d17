"""A function typed after `python -c`, for an executor: only fork has it."""
# Expected: run with -c, stderr.

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def square(number: int) -> int:
    return number * number


def main() -> None:
    with ProcessPoolExecutor(1) as executor:
        try:
            print(f"square: {executor.submit(square, 2).result()}")
        except BrokenProcessPool:
            print("BrokenProcessPool")


if __name__ == "__main__":
    main()
