"""A text in shared memory: bytes, which a child writes and main decodes."""

from __future__ import annotations

import ctypes
import multiprocessing
from multiprocessing.sharedctypes import SynchronizedString


def greet(text: SynchronizedString) -> None:
    text.value = "你好".encode()


def main() -> None:
    text = multiprocessing.Array(ctypes.c_char, b"good morning")
    child = multiprocessing.Process(target=greet, args=(text,))
    child.start()
    child.join()
    print(f"value {text.value!r}")
    print(f"decoded {text.value.decode()}")
    print(f"raw {text.raw!r}")


if __name__ == "__main__":
    main()
