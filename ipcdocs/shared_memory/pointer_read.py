"""A child that reads a char pointer of its parent is killed by SIGSEGV."""

from __future__ import annotations

import ctypes
import multiprocessing


def read(pointer: ctypes.c_char_p) -> None:
    print(f"reads {pointer.value!r}")


def main() -> None:
    pointer = multiprocessing.RawValue(ctypes.c_char_p, b"hello")
    child = multiprocessing.Process(target=read, args=(pointer,))
    child.start()
    child.join()
    print(f"exit code {child.exitcode}")


if __name__ == "__main__":
    main()
