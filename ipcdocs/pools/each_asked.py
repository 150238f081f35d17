"""Each result is asked for, and so each error is told."""

from concurrent.futures import ProcessPoolExecutor, as_completed


def divide(number: int) -> float:
    return 1 / number


def main() -> None:
    told = []
    with ProcessPoolExecutor(2) as executor:
        tasks = {executor.submit(divide, n): n for n in (4, 0, 2)}
        for task in as_completed(tasks):
            try:
                told.append(f"{tasks[task]}: {task.result()}")
            except ArithmeticError as error:
                told.append(f"{tasks[task]}: {error!r}")
    print(f"{sorted(told)}")


if __name__ == "__main__":
    main()
