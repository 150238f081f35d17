"""A child raises: its traceback is printed, and the parent goes on."""
# Expected: stderr.

import multiprocessing


def divide(number: int, by: int) -> None:
    print(f"{number} / {by} = {number / by}")


def main() -> None:
    for by in (2, 0):
        child = multiprocessing.Process(target=divide, args=(1, by))
        child.start()
        child.join()
        print(f"joined: exit code {child.exitcode}")


if __name__ == "__main__":
    main()
