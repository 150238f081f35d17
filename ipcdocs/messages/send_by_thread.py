"""Main sends by a thread of its own, so it can receive meanwhile."""

import multiprocessing
import threading
from multiprocessing.connection import Connection


def work(end: Connection) -> None:
    with end:
        end.send(bytes(1_000_000))
        print(f"child: received {len(end.recv())} bytes")


def main() -> None:
    here, there = multiprocessing.Pipe()
    child = multiprocessing.Process(target=work, args=(there,))
    child.start()
    there.close()
    with here:
        sending = threading.Thread(
            target=here.send, args=(bytes(1_000_000),), daemon=True
        )
        sending.start()
        message = here.recv()
        sending.join()
    child.join()
    print(f"main: received {len(message)} bytes")


if __name__ == "__main__":
    main()
