"""How many descriptors each object takes in main for as long as it is kept."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path


def work() -> None:
    pass


def joined(close: bool = False) -> multiprocessing.Process:
    child = multiprocessing.Process(target=work)
    child.start()
    child.join()
    if close:
        child.close()
    return child


def block() -> SharedMemory:
    memory = SharedMemory(create=True, size=1)
    memory.unlink()
    return memory


def count() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def taken(make: Callable[[], object]) -> int:
    before = count()
    kept = make()
    after = count()
    del kept
    return after - before


def main() -> None:
    joined(), block()  # the first of each opens what all later ones use
    print(f"Pipe: {taken(multiprocessing.Pipe)}")
    print(f"Queue: {taken(multiprocessing.Queue)}")
    print(f"Lock: {taken(multiprocessing.Lock)}")
    print(f"SharedMemory: {taken(block)}")
    print(f"a Process that was joined: {taken(joined)}")
    print(f"the same, and closed: {taken(lambda: joined(close=True))}")


if __name__ == "__main__":
    main()
