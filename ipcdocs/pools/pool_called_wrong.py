"""Calls of a Pool that are typed wrong, and the error of each."""

import multiprocessing
from typing import Any


def square(number: int) -> Any:
    print(f"square({number})")
    return number * number


def area(width: int, height: int) -> int:
    return width * height


def greet(name: str) -> str:
    return f"hello {name}"


def call_wrong(pool: Any) -> None:
    for call, task in (
        ("square(3)", pool.apply_async(square(3))),
        ("square, 3", pool.apply_async(square, 3)),
        ("greet, ('Ann')", pool.apply_async(greet, ("Ann"))),
    ):
        try:
            task.get()
        except TypeError as error:
            print(f"apply_async({call}) TypeError: {error}")
    try:
        pool.map(area, [3, 5], [4, 6])
    except TypeError as error:
        print(f"map(area, [3, 5], [4, 6]) TypeError: {error}")
    try:
        pool.starmap(square, [3, 5])
    except TypeError as error:
        print(f"starmap(square, [3, 5]) TypeError: {error}")


def main() -> None:
    with multiprocessing.Pool(1) as pool:
        call_wrong(pool)


if __name__ == "__main__":
    main()
