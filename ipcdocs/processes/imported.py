"""A function from a module: each process finds it, whatever is `__main__`."""
# Expected: run with -c.

import multiprocessing

from ipcdocs.processes.guarded import greet


def main() -> None:
    child = multiprocessing.Process(target=greet)
    child.start()
    child.join()
    print(f"exit code of the child: {child.exitcode}")


if __name__ == "__main__":
    main()
