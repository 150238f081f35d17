"""Room for a block is reserved before it is used, or there is an error."""

import os
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path


def make(size: int) -> SharedMemory:
    """Make a block that /dev/shm has room for, or raise OSError."""
    block = SharedMemory(create=True, size=size)
    try:
        with Path("/dev/shm", block.name).open("r+b") as file:
            os.posix_fallocate(file.fileno(), 0, block.size)
    except OSError:
        block.close()
        block.unlink()
        raise
    return block


def main() -> None:
    huge = 2**44  # 16 TiB: no /dev/shm has so much
    block = SharedMemory(create=True, size=huge)
    print(f"SharedMemory(): made, {block.size} bytes")
    block.close()
    block.unlink()
    try:
        make(huge)
    except OSError as error:
        print(f"make(): {type(error).__name__}: {error}")
    block = make(100)
    block.buf[:5] = b"hello"  # type: ignore[index]
    read = bytes(block.buf[:5])  # type: ignore[index]
    print(f"make(): made, {block.size} bytes, and read: {read!r}")
    block.close()
    block.unlink()


if __name__ == "__main__":
    main()
