"""A char pointer in shared memory is an address, however long the text."""

import ctypes
import multiprocessing


def main() -> None:
    for text in (b"short", b"a longer text"):
        pointer = multiprocessing.RawValue(ctypes.c_char_p, text)
        characters = multiprocessing.RawArray(ctypes.c_char, text)
        print(
            f"{text!r}: c_char_p shares {ctypes.sizeof(pointer)} bytes, "
            f"an array of c_char {ctypes.sizeof(characters)}"
        )


if __name__ == "__main__":
    main()
