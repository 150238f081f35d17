"""A ProcessPoolExecutor sends back what a function returns or raises."""

from concurrent.futures import ProcessPoolExecutor


def inverse(number: int) -> float:
    return 1 / number


def main() -> None:
    with ProcessPoolExecutor(max_workers=2) as executor:
        futures = [executor.submit(inverse, number) for number in (4, 0)]
    print(f"result() returned {futures[0].result()}")
    print(f"exception() returned {futures[1].exception()!r}")


if __name__ == "__main__":
    main()
