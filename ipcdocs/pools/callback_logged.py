"""A callback of a future raises: that is logged, and all results come."""
# Expected: stderr.

from concurrent.futures import Future, ProcessPoolExecutor


def square(number: int) -> int:
    return number * number


def note(future: Future[int]) -> None:
    raise RuntimeError(f"cannot note {future.result()}")


def main() -> None:
    with ProcessPoolExecutor(1) as executor:
        noted = executor.submit(square, 3)
        noted.add_done_callback(note)
        other = executor.submit(square, 4)
    print(f"noted {noted.result()}, other {other.result()}")


if __name__ == "__main__":
    main()
