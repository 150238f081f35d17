"""Exit codes of children: a number is kept modulo 256, so 256 is 0."""
# Expected: stderr.

import multiprocessing
import os
import sys


def main() -> None:
    for status in (0, 3, 256, 300, -1, "a message"):
        child = multiprocessing.Process(target=sys.exit, args=(status,))
        child.start()
        child.join()
        print(f"sys.exit({status!r}): exit code {child.exitcode}")
    child = multiprocessing.Process(target=os._exit, args=(7,))
    print(f"before start(): exit code {child.exitcode}")
    child.start()
    child.join()
    print(f"os._exit(7): exit code {child.exitcode}")


if __name__ == "__main__":
    main()
