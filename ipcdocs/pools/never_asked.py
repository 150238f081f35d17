"""Four tasks fail, and nobody asks for their results: no error is shown."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def divide(number: int) -> float:
    try:
        return 1 / number
    except ZeroDivisionError:
        print("divided by zero")
        raise


def main() -> None:
    with multiprocessing.Pool(1) as pool:
        pool.apply_async(divide, (0,))
        pool.close()
        pool.join()
    print("Pool: end")
    with ProcessPoolExecutor(1) as executor:
        executor.submit(divide, 0)
        executor.map(divide, [0])
        refused = executor.submit(lambda: print("never printed"))
    print(f"executor: end, the lambda is done: {refused.done()}")


if __name__ == "__main__":
    main()
