"""What a Pool's workers can be sent: what has a name, and objects of it."""

import math
import multiprocessing
from collections.abc import Callable
from functools import partial


def power(exponent: int, base: int) -> int:
    return base**exponent


class Scale:
    def __init__(self, factor: int) -> None:
        self.factor = factor

    def apply(self, number: int) -> int:
        return self.factor * number

    def __call__(self, number: int) -> int:
        return self.factor + number


def main() -> None:
    with multiprocessing.Pool(2) as pool:
        functions: dict[str, Callable[[int], object]] = {
            "built-in function": math.factorial,
            "class": complex,
            "partial of a function": partial(power, 3),
            "bound method": Scale(10).apply,
            "object with __call__": Scale(10),
        }
        for name, function in functions.items():
            print(f"{name}: {pool.map(function, [1, 2, 3])}")
        print(f"method of a class: {pool.map(str.upper, ['a', 'b'])}")
        print(f"several arguments: {pool.starmap(power, [(2, 3), (3, 2)])}")


if __name__ == "__main__":
    main()
