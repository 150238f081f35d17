"""A block of shared memory that a task of an executor finds by its name."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing.shared_memory import SharedMemory


def change(name: str) -> None:
    block = SharedMemory(name)
    try:
        with block.buf.cast("q") as numbers:  # type: ignore[union-attr]
            numbers[2] = -110
    finally:
        block.close()


def main() -> None:
    block = SharedMemory(create=True, size=6 * 8)
    try:
        with ProcessPoolExecutor() as executor:
            executor.submit(change, block.name).result()
        with block.buf.cast("q") as numbers:  # type: ignore[union-attr]
            print(f"numbers {numbers.tolist()[:6]}")
    finally:
        block.close()
        block.unlink()


if __name__ == "__main__":
    main()
