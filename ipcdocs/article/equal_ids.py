"""Equal ids taken for shared data: a list is not shared, a Value is."""

from __future__ import annotations

import multiprocessing
from multiprocessing.sharedctypes import Synchronized

numbers = [10]


def show(number: Synchronized[int]) -> None:
    print(f"list {numbers}, Value {number.value}")


def change(number: Synchronized[int], list_id: int, value_id: int) -> None:
    print(f"the list has main's id: {id(numbers) == list_id}")
    print(f"the Value has main's id: {id(number) == value_id}")
    numbers[0] = 11
    number.value = 11
    show(number)


def main() -> None:
    number = multiprocessing.Value("i", 10)
    show(number)
    child = multiprocessing.Process(
        target=change, args=(number, id(numbers), id(number))
    )
    child.start()
    child.join()
    show(number)


if __name__ == "__main__":
    main()
