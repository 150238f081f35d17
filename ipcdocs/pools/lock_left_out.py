"""An object that leaves its lock out, and makes another in the worker."""

import threading
from concurrent.futures import ProcessPoolExecutor
from typing import Any


class Account:
    def __init__(self, rate: int) -> None:
        self.rate = rate
        self.lock = threading.Lock()

    def __getstate__(self) -> dict[str, Any]:
        state = self.__dict__.copy()
        del state["lock"]
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self.lock = threading.Lock()

    def interest(self, amount: int) -> int:
        with self.lock:
            return amount * self.rate // 100


def main() -> None:
    account = Account(5)
    with ProcessPoolExecutor(2) as executor, account.lock:
        for interest in executor.map(account.interest, [100, 200]):
            print(f"{interest}, locked here: {account.lock.locked()}")


if __name__ == "__main__":
    main()
