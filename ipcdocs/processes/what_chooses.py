"""What chooses the start method without being asked: each in a new Python."""

import subprocess
import sys

SET_UP = """
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
"""
ASK = "print(multiprocessing.get_start_method(allow_none=True))"
TRIED = (
    "multiprocessing.cpu_count()",
    "multiprocessing.Pipe()",
    "multiprocessing.Process(target=print)",
    "multiprocessing.Process(target=print).start()",
    "multiprocessing.Lock()",
    "multiprocessing.Queue()",
    "multiprocessing.Value('i')",
    "multiprocessing.Manager().shutdown()",
    "multiprocessing.Pool(1).terminate()",
    "ProcessPoolExecutor(1)",
    "multiprocessing.get_context()",
    "multiprocessing.get_context('spawn').Lock()",
    "multiprocessing.get_context('spawn').Process(target=print).start()",
)


def main() -> None:
    for line in TRIED:
        asked = subprocess.run(
            [sys.executable, "-c", f"{SET_UP}{line}\n{ASK}"],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        print(f"{line}: {asked.stdout.split()[0]}")


if __name__ == "__main__":
    main()
