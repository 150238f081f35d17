"""What a target returns is lost: nothing of it reaches the parent."""

import multiprocessing


def square(number: int) -> int:
    print(f"returning {number**2}")
    return number**2


def main() -> None:
    child = multiprocessing.Process(target=square, args=(12,))
    child.start()
    child.join()
    print(f"joined: exit code {child.exitcode}")


if __name__ == "__main__":
    main()
