"""A table that each task needs is sent once for each chunk of tasks."""

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Any


class Table(dict[int, str]):
    pickled = 0

    def __reduce__(self) -> tuple[Any, ...]:
        Table.pickled += 1
        return dict, (list(self.items()),)


def look_up(table: dict[int, str], number: int) -> str:
    return table[number]


def main() -> None:
    table = Table({1: "one", 2: "two"})
    numbers = [1, 2, 1, 2, 1, 2]
    for chunksize in (1, 3, 6):
        Table.pickled = 0
        with ProcessPoolExecutor(1) as executor:
            names = executor.map(
                partial(look_up, table), numbers, chunksize=chunksize
            )
            print(f"chunksize={chunksize}: {list(names)}")
        print(f"chunksize={chunksize}: sent {Table.pickled} times")


if __name__ == "__main__":
    main()
