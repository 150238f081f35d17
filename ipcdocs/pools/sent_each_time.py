"""A table as an argument of each task, and by initargs: times pickled."""

from concurrent.futures import ProcessPoolExecutor


class Table:
    """A large table that counts in the parent how often it is pickled."""

    times_pickled = 0

    def __init__(self) -> None:
        self.squares = [number**2 for number in range(1000)]

    def __getstate__(self) -> dict[str, list[int]]:
        Table.times_pickled += 1
        return {"squares": self.squares}


table: Table


def keep(the_table: Table) -> None:
    global table
    table = the_table


def look_up(the_table: Table, number: int) -> int:
    return the_table.squares[number]


def look_up_kept(number: int) -> int:
    return table.squares[number]


def main() -> None:
    numbers = range(5)
    with ProcessPoolExecutor(1) as executor:
        sent = Table()
        tasks = [executor.submit(look_up, sent, each) for each in numbers]
        print(f"as an argument: {[task.result() for task in tasks]}")
    print(f"pickled: {Table.times_pickled}")
    Table.times_pickled = 0
    with ProcessPoolExecutor(1, initializer=keep, initargs=(Table(),)) as kept:
        print(f"by initargs: {list(kept.map(look_up_kept, numbers))}")
    print(f"pickled: {Table.times_pickled}")


if __name__ == "__main__":
    main()
