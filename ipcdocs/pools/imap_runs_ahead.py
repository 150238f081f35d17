"""imap() takes its input as fast as the workers do, asked or not."""

import multiprocessing
import threading
import time
from collections.abc import Iterator
from multiprocessing.synchronize import Event

go_on: Event


def set_up(event: Event) -> None:
    global go_on
    go_on = event


def work(block: bytes) -> int:
    go_on.wait()
    return len(block)


class Blocks:
    """Large blocks that are made one by one, and counted."""

    def __init__(self) -> None:
        self.taken = 0
        self.ended = threading.Event()

    def __iter__(self) -> Iterator[bytes]:
        for _ in range(10):
            self.taken += 1
            yield bytes(1_000_000)
        self.ended.set()


def main() -> None:
    event = multiprocessing.Event()
    with multiprocessing.Pool(1, set_up, (event,)) as pool:
        blocks = Blocks()
        sizes = pool.imap(work, blocks)
        while blocks.taken < 2:
            time.sleep(0.01)
        print(f"the worker is busy: {blocks.taken} taken")
        event.set()
        blocks.ended.wait()
        print(f"no result asked for: {blocks.taken} taken")
        print(f"bytes: {sum(sizes)}")


if __name__ == "__main__":
    main()
