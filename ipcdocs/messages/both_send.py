"""Both ends of a pipe send much before they receive: both hang."""
# Expected: still running after 2 s.

import multiprocessing
from multiprocessing.connection import Connection


def work(end: Connection) -> None:
    with end:
        end.send(bytes(1_000_000))
        end.recv()


def main() -> None:
    here, there = multiprocessing.Pipe()
    child = multiprocessing.Process(target=work, args=(there,))
    child.start()
    there.close()
    with here:
        print("sending")
        here.send(bytes(1_000_000))
        print(f"received {len(here.recv())} bytes")
    child.join()


if __name__ == "__main__":
    main()
