"""The type codes that Value and Array take, read from this Python itself."""

import ctypes
from multiprocessing.sharedctypes import typecode_to_type


def main() -> None:
    print("code  type        bytes")
    for code, kind in typecode_to_type.items():
        print(f"{code!r:4}  {kind.__name__:10}  {ctypes.sizeof(kind):5}")


if __name__ == "__main__":
    main()
