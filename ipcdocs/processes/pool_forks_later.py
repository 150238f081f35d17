"""A Pool replaces its workers while its own threads run: Python warns."""
# Expected: stderr.

import multiprocessing
import warnings


def square(number: int) -> int:
    return number * number


def main() -> None:
    warnings.simplefilter("default", DeprecationWarning)
    with multiprocessing.Pool(1, maxtasksperchild=1) as pool:
        squares = [pool.apply(square, (number,)) for number in range(3)]
        print(f"squares {squares}")


if __name__ == "__main__":
    main()
