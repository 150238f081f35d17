"""Six processes, of which a semaphore lets three in at a time."""

import multiprocessing
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Barrier, BoundedSemaphore


def visit(
    slots: BoundedSemaphore, inside: "Synchronized[int]", four: Barrier
) -> None:
    with slots:
        with inside.get_lock():
            inside.value += 1
        four.wait()  # three are inside, and main knows it
        four.wait()  # main has looked
        with inside.get_lock():
            inside.value -= 1


def main() -> None:
    slots = multiprocessing.BoundedSemaphore(3)
    inside = multiprocessing.Value("q", 0)
    four = multiprocessing.Barrier(4)
    children = [
        multiprocessing.Process(target=visit, args=(slots, inside, four))
        for _ in range(6)
    ]
    for child in children:
        child.start()
    for _ in range(2):
        four.wait()
        fourth = slots.acquire(block=False)
        print(f"inside {inside.value}, a fourth gets in: {fourth}")
        four.wait()
    for child in children:
        child.join()
    print(f"inside {inside.value}, one gets in: {slots.acquire(block=False)}")


if __name__ == "__main__":
    main()
