"""A write to memory that has no room behind it ends the process."""

import multiprocessing
import os
from multiprocessing.shared_memory import SharedMemory


def write(name: str) -> None:
    block = SharedMemory(name)
    try:
        # As if /dev/shm had no room left for this block.
        os.truncate(f"/dev/shm/{block.name}", 0)
        block.buf[0] = 1  # type: ignore[index]
        print("written")
    except BaseException as error:
        print(f"caught {error!r}")
    finally:
        block.close()


def main() -> None:
    block = SharedMemory(create=True, size=100)
    try:
        child = multiprocessing.Process(target=write, args=(block.name,))
        child.start()
        child.join()
        print(f"exit code of the child {child.exitcode}")
    finally:
        block.close()
        block.unlink()


if __name__ == "__main__":
    main()
