"""The same, started as a file: the fork server imports the file as well."""
# Expected: run as a script, Python 3.13.8 or later.
# Expected: stderr, exit status 0 or 1.

import multiprocessing


def greet() -> None:
    print("hello")


child = multiprocessing.Process(target=greet)
child.start()
child.join()
print(f"exit code of the child: {child.exitcode}")
