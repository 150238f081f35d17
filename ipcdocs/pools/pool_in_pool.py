"""A worker of a Pool makes a Pool: it may not, as it is a daemon."""
# Expected: stderr, exit status 1.

import multiprocessing


def square(number: int) -> int:
    return number**2


def total(size: int) -> int:
    with multiprocessing.Pool(2) as pool:
        return sum(pool.map(square, range(size)))


def main() -> None:
    with multiprocessing.Pool(2) as pool:
        totals = pool.map_async(total, [3, 4])
        pool.close()
        pool.join()  # workers that are terminated clean up nothing
        print(f"totals: {totals.get()}")


if __name__ == "__main__":
    main()
