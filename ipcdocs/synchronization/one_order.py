"""Two transfers take the same two locks, in one order: both come through."""

import multiprocessing
import threading
from contextlib import suppress
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Barrier

Accounts = list["Synchronized[int]"]


def transfer(
    accounts: Accounts, source: int, target: int, amount: int, both: Barrier
) -> None:
    first, second = sorted((source, target))
    with accounts[first].get_lock():
        # The other cannot come here now: give up after 0.3 seconds.
        with suppress(threading.BrokenBarrierError):
            both.wait()
        with accounts[second].get_lock():
            accounts[source].value -= amount
            accounts[target].value += amount
            print(f"from {source} to {target}: {amount}")


def main() -> None:
    accounts = [multiprocessing.Value("q", 100) for _ in range(2)]
    both = multiprocessing.Barrier(2, timeout=0.3)
    children = [
        multiprocessing.Process(
            target=transfer, args=(accounts, source, target, amount, both)
        )
        for source, target, amount in ((0, 1, 30), (1, 0, 50))
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(f"accounts: {[account.value for account in accounts]}")


if __name__ == "__main__":
    main()
