"""The whole input is taken before a result can be asked for."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor


def numbers() -> Iterator[int]:
    for number in range(1, 4):
        print(f"taken: {number}")
        yield number


def square(number: int) -> int:
    return number**2


def main() -> None:
    with ProcessPoolExecutor(1) as executor:
        results = executor.map(square, numbers())
        print("executor.map has returned")
        print(f"squares: {list(results)}")
    with multiprocessing.Pool(1) as pool:
        answer = pool.map_async(square, numbers())
        print("Pool.map_async has returned")
        print(f"squares: {answer.get()}")


if __name__ == "__main__":
    main()
