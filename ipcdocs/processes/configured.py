"""Set up in main, missing in the child: a global variable and logging."""
# Expected: stderr.

import logging
import multiprocessing

limit = 10


def work() -> None:
    print(f"limit in the child: {limit}")
    logging.info("the child works")


def main() -> None:
    global limit
    limit = 99
    logging.basicConfig(level=logging.INFO, format="logged: %(message)s")
    logging.info("the parent works")
    child = multiprocessing.Process(target=work)
    child.start()
    child.join()
    print(f"limit in the parent: {limit}")


if __name__ == "__main__":
    main()
