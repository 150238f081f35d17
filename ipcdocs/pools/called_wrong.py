"""Calls of an executor that are typed wrong, and the error of each."""

from concurrent.futures import ProcessPoolExecutor
from typing import Any


def square(number: int) -> Any:
    print(f"square({number})")
    return number * number


def area(width: int, height: int) -> int:
    return width * height


def call_wrong(executor: Any) -> None:
    tasks = {
        "submit(square(3))": executor.submit(square(3)),
        "submit(area, (3, 4))": executor.submit(area, (3, 4)),
        "submit(area, args=(3, 4))": executor.submit(area, args=(3, 4)),
    }
    for call, task in tasks.items():
        print(f"{call} TypeError: {task.exception()}")
    try:
        executor.map(square, 3)
    except TypeError as error:
        print(f"map(square, 3) TypeError: {error}")
    try:
        list(executor.map(area, [(3, 4), (5, 6)]))
    except TypeError as error:
        print(f"map(area, [(3, 4), (5, 6)]) TypeError: {error}")


def main() -> None:
    with ProcessPoolExecutor(1) as executor:
        call_wrong(executor)


if __name__ == "__main__":
    main()
