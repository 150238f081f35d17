"""Waiting for a message: a while, or for whoever is first of many."""

import multiprocessing
from multiprocessing.connection import Connection, wait


def work(end: Connection, number: int) -> None:
    with end:
        end.recv()
        end.send(f"message of child {number}")


def main() -> None:
    children, ends = [], []
    for number in range(3):
        here, there = multiprocessing.Pipe()
        child = multiprocessing.Process(target=work, args=(there, number))
        child.start()
        there.close()
        children.append(child)
        ends.append(here)
    try:
        ends[0].recv(timeout=0.1)
    except TypeError as error:
        print(f"TypeError: {error}")
    print(f"something to receive: {ends[0].poll(0.1)}")
    waiting = set(ends)
    for number in (2, 0, 1):
        ends[number].send("go on")
        for end in wait(waiting):
            print(f"{end.recv()}")
            waiting.remove(end)
            end.close()
    for child in children:
        child.join()


if __name__ == "__main__":
    main()
