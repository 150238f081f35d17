"""Room for a block is reserved before it is used, or there is an error."""

import os
import shutil
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
    room = shutil.disk_usage("/dev/shm").total
    block = SharedMemory(create=True, size=room + 1)
    print(f"SharedMemory(): made, larger than its room: {block.size > room}")
    block.close()
    block.unlink()
    try:
        make(room + 1)
    except OSError as error:
        print(f"make(): {type(error).__name__}: {error}")
    block = make(100)
    block.buf[:] = bytes(block.size)  # type: ignore[index]
    print(f"make(), and it is written: {block.size >= 100}")
    block.close()
    block.unlink()


if __name__ == "__main__":
    main()
