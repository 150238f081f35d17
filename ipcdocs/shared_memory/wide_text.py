"""An array of characters has no value: setting one reaches nobody."""

from __future__ import annotations

import multiprocessing
from multiprocessing.sharedctypes import SynchronizedArray


def greet(text: SynchronizedArray[str]) -> None:
    text[:2] = "你好"
    text.value = "再见"  # type: ignore[attr-defined]
    print(f"value {text.value}")  # type: ignore[attr-defined]


def main() -> None:
    text = multiprocessing.Array("u", 4)
    child = multiprocessing.Process(target=greet, args=(text,))
    child.start()
    child.join()
    print(f"slice {text[:]!r}")
    print(f"has a value: {hasattr(text, 'value')}")


if __name__ == "__main__":
    main()
