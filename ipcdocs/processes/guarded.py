"""A process started under a guard: to import the module starts nothing."""

import multiprocessing


def greet() -> None:
    print("hello")


def main() -> None:
    child = multiprocessing.Process(target=greet)
    child.start()
    child.join()
    print(f"exit code of the child: {child.exitcode}")


if __name__ == "__main__":
    main()
