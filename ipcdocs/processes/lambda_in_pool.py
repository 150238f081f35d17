"""A lambda as a task of a Pool: refused even where workers are forked."""
# Expected: stderr, exit status 1.

import multiprocessing

RULES = {"double": lambda number: 2 * number}


def main() -> None:
    with multiprocessing.Pool(2) as pool:
        print(f"doubled: {pool.map(RULES['double'], [1, 2, 3])}")


if __name__ == "__main__":
    main()
