"""The same, with what the child needs handed to it and set up there."""
# Expected: stderr.

import logging
import multiprocessing


def set_up_logging() -> None:
    logging.basicConfig(level=logging.INFO, format="logged: %(message)s")


def work(limit: int) -> None:
    set_up_logging()
    print(f"limit in the child: {limit}")
    logging.info("the child works")


def main() -> None:
    limit = 99
    set_up_logging()
    logging.info("the parent works")
    child = multiprocessing.Process(target=work, args=(limit,))
    child.start()
    child.join()
    print(f"limit in the parent: {limit}")


if __name__ == "__main__":
    main()
