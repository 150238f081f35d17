"""Four tasks fail, and nobody asks for their results: no error is shown."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def divide(number: int) -> float:
    return 1 / number


def main() -> None:
    with multiprocessing.Pool(2) as pool:
        pool.apply_async(divide, (0,))
    print("Pool: end")
    with ProcessPoolExecutor(2) as executor:
        executor.submit(divide, 0)
        executor.map(divide, [0])
        executor.submit(lambda: print("never printed"))
    print("executor: end")


if __name__ == "__main__":
    main()
