"""An executor that replaces its workers does not take a context of fork."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def square(number: int) -> int:
    return number * number


def main() -> None:
    context = multiprocessing.get_context()
    print(f"start method: {context.get_start_method()}")
    try:
        with ProcessPoolExecutor(
            1, mp_context=context, max_tasks_per_child=1
        ) as executor:
            print(f"squares: {list(executor.map(square, [3, 5]))}")
    except ValueError as error:
        print(f"ValueError: {error}")


if __name__ == "__main__":
    main()
