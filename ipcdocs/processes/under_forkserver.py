"""Runs a program, unchanged, as Linux does since Python 3.14."""
# Expected: stderr.

import multiprocessing
import runpy


def main() -> None:
    multiprocessing.set_start_method("forkserver")
    program = "ipcdocs.processes.configured"
    runpy.run_module(program, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
