"""What does not fit into an array of ten bytes, and what comes of a cut."""

from __future__ import annotations

import ctypes
import multiprocessing
from collections.abc import Callable


def outcome(make: Callable[[], bytes]) -> str:
    """Store the bytes, and return what is read back or the error.

    >>> outcome("你好".encode)
    'read 你好'
    """
    text = multiprocessing.Array(ctypes.c_char, 10)
    try:
        text.value = make()
        return f"read {text.value.decode()}"
    except (TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


def not_encoded() -> bytes:
    return "你好"  # type: ignore[return-value]


def too_long() -> bytes:
    return "你好，世界".encode()


def cut() -> bytes:
    return "你好，世界".encode()[:10]


def cut_between_characters() -> bytes:
    return cut().decode(errors="ignore").encode()


def with_a_zero() -> bytes:
    return b"one\0two"


def main() -> None:
    for make in (
        not_encoded,
        too_long,
        cut,
        cut_between_characters,
        with_a_zero,
    ):
        print(f"{make.__name__}: {outcome(make)}")


if __name__ == "__main__":
    main()
