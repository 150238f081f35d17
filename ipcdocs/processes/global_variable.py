"""A global list that two processes change, each in a list of its own."""

import multiprocessing
import os

numbers = [27017]


def show() -> None:
    print(f"pid {os.getpid()}  numbers {numbers}  id {id(numbers)}")


def append_number(number: int) -> None:
    numbers.append(number)
    show()


def main() -> None:
    show()
    children = [
        multiprocessing.Process(target=append_number, args=(number,))
        for number in range(2)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    show()


if __name__ == "__main__":
    main()
