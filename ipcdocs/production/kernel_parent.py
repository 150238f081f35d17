"""The parent that Python knows, and the parent that the kernel knows."""

import multiprocessing
import os


def child() -> None:
    parent = multiprocessing.parent_process()
    assert parent
    print(f"the kernel agrees: {os.getppid() == parent.pid}")


def main() -> None:
    process = multiprocessing.Process(target=child)
    process.start()
    process.join()


if __name__ == "__main__":
    main()
