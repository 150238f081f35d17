"""Data for all tasks: pickled for each task, or once for each worker."""

from concurrent.futures import ProcessPoolExecutor
from typing import Any

prices: dict[str, int] = {}


class Prices(dict[str, int]):
    pickled = 0

    def __reduce__(self) -> tuple[Any, ...]:
        Prices.pickled += 1
        return dict, (list(self.items()),)


def price_in(given: dict[str, int], name: str) -> int:
    return given[name]


def receive(given: dict[str, int]) -> None:
    prices.update(given)


def price(name: str) -> int:
    return prices[name]


def main() -> None:
    names = ["spam", "eggs", "spam", "eggs"]
    given = Prices(spam=3, eggs=2)
    with ProcessPoolExecutor(1) as executor:
        answers = list(executor.map(price_in, [given] * 4, names))
    print(f"argument: {answers}, times pickled: {Prices.pickled}")
    Prices.pickled = 0
    with ProcessPoolExecutor(
        1, initializer=receive, initargs=(given,)
    ) as executor:
        answers = list(executor.map(price, names))
    print(f"initializer: {answers}, times pickled: {Prices.pickled}")


if __name__ == "__main__":
    main()
