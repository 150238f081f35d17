"""RawValue, and Value with lock=False, have no lock at all."""

from __future__ import annotations

import multiprocessing


def lock_of(number: object) -> str:
    """Return the lock's type, or the error of asking for it.

    >>> lock_of(multiprocessing.Value("i", 0))
    'RLock'
    """
    try:
        return type(number.get_lock()).__name__  # type: ignore[attr-defined]
    except AttributeError as error:
        return f"AttributeError: {error}"


def main() -> None:
    locked = multiprocessing.Value("i", 0)
    unlocked = multiprocessing.Value("i", 0, lock=False)
    raw = multiprocessing.RawValue("i", 0)
    print(f"Value: {type(locked).__name__}, {lock_of(locked)}")
    print(f"lock=False: {type(unlocked).__name__}, {lock_of(unlocked)}")
    print(f"RawValue: {type(raw).__name__}, {lock_of(raw)}")


if __name__ == "__main__":
    main()
