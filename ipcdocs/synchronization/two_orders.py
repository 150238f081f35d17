"""Two transfers take the same two locks, in two orders: a deadlock."""
# Expected: still running after 2 s.

import multiprocessing
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Barrier

Accounts = list["Synchronized[int]"]


def transfer(
    accounts: Accounts, source: int, target: int, both: Barrier
) -> None:
    with accounts[source].get_lock():
        both.wait()  # until each has its first lock
        print(f"from {source} to {target}: has the lock of {source}")
        with accounts[target].get_lock():
            accounts[source].value -= 30
            accounts[target].value += 30


def main() -> None:
    accounts = [multiprocessing.Value("q", 100) for _ in range(2)]
    both = multiprocessing.Barrier(2)
    children = [
        multiprocessing.Process(
            target=transfer, args=(accounts, source, 1 - source, both)
        )
        for source in (0, 1)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(f"accounts: {[account.value for account in accounts]}")


if __name__ == "__main__":
    main()
