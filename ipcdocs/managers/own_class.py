"""A class of one's own in a manager: methods work, attributes do not."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.managers import BaseManager


class Account:
    def __init__(self) -> None:
        self.balance = 0
        # The server runs deposit() in a thread for each connection.
        self._lock = threading.Lock()

    def deposit(self, amount: int) -> int:
        """Add to the balance and return it."""
        if amount < 0:
            raise ValueError(f"amount must not be negative: {amount}")
        with self._lock:
            self.balance += amount
            return self.balance


class AccountManager(BaseManager):
    account: Callable[[], Account]  # made by register()


AccountManager.register("account", Account)


def deposit(account: Account) -> None:
    account.deposit(100)


def main() -> None:
    with AccountManager() as manager:
        account = manager.account()
        child = multiprocessing.Process(target=deposit, args=(account,))
        child.start()
        child.join()
        print(f"{type(account).__name__}: balance {account.deposit(10)}")
        try:
            account.deposit(-1)
        except ValueError as error:
            print(f"ValueError: {error}")
        try:
            print(f"balance {account.balance}")
        except AttributeError as error:
            print(f"AttributeError: {error}")
        account.balance = 0  # of the proxy alone
        print(f"proxy {account.balance}, server {account.deposit(0)}")


if __name__ == "__main__":
    main()
