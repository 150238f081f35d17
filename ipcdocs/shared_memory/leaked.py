"""A program that ends without clean-up: the resource tracker reports it."""

import multiprocessing
import subprocess
import sys

PROGRAM = """
import multiprocessing, os, signal
multiprocessing.set_start_method("{method}")
lock = multiprocessing.Lock()
queue = multiprocessing.Queue()
{end}
"""
ENDS = (
    "pass",
    "os.kill(os.getpid(), signal.SIGINT)",
    "os.kill(os.getpid(), signal.SIGTERM)",
    "os._exit(1)",
)


def main() -> None:
    for end in ENDS:
        program = PROGRAM.format(
            method=multiprocessing.get_start_method(), end=end
        )
        run = subprocess.run(
            [sys.executable, "-c", program], stderr=subprocess.PIPE, text=True
        )
        print(f"{end}: exit code {run.returncode}")
        for line in run.stderr.splitlines():
            if "leaked" in line:
                # Without the path before it, and the names after it.
                warning = line[line.index("UserWarning") :]
                print(f"  {warning.partition(': {')[0]}")


if __name__ == "__main__":
    main()
