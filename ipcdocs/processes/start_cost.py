"""What a new process has computed before it comes to your function."""
# Expected: forkserver from 1 to 50, spawn from 3 to 300.

import multiprocessing
import time
from multiprocessing.connection import Connection
from multiprocessing.context import (
    ForkContext,
    ForkServerContext,
    SpawnContext,
)


def tell(sender: Connection) -> None:
    sender.send(time.process_time())


def cost(context: ForkContext | ForkServerContext | SpawnContext) -> float:
    """Return the processor time of a start, in seconds: the least of ten."""
    times = []
    for _ in range(10):
        receiver, sender = context.Pipe(duplex=False)
        with receiver, sender:
            child = context.Process(target=tell, args=(sender,))
            child.start()
            times.append(receiver.recv())
            child.join()
    return min(times)


def main() -> None:
    fork = cost(multiprocessing.get_context("fork"))
    forkserver = cost(multiprocessing.get_context("forkserver"))
    spawn = cost(multiprocessing.get_context("spawn"))
    print(f"forkserver {forkserver / fork:.0f} times as much as fork")
    print(f"spawn {spawn / fork:.0f} times as much as fork")


if __name__ == "__main__":
    main()
