"""A process started where the module is imported: only fork survives it."""
# Expected: stderr.

import multiprocessing


def greet() -> None:
    print("hello")


child = multiprocessing.Process(target=greet)
child.start()
child.join()
print(f"exit code of the child: {child.exitcode}")
