"""A manager as an argument: it cannot be sent, only a forked child has it."""

import multiprocessing
from multiprocessing.managers import SyncManager


def make_dict(manager: SyncManager) -> None:
    print(f"made by the child: {manager.dict(mongo=27017)}")


def main() -> None:
    with multiprocessing.Manager() as manager:
        child = multiprocessing.Process(target=make_dict, args=(manager,))
        try:
            child.start()
        except TypeError as error:
            print(f"TypeError: {error}")
        else:
            child.join()


if __name__ == "__main__":
    main()
