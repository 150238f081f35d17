"""A counter in a process of its own, which workers reach by an address."""

import secrets
import threading
from collections.abc import Callable
from multiprocessing import AuthenticationError, Pipe, Process
from multiprocessing.connection import Connection
from multiprocessing.managers import BaseManager


class Counter:
    def __init__(self) -> None:
        self._hits = 0
        self._lock = threading.Lock()  # a thread serves each connection

    def hit(self) -> int:
        with self._lock:
            self._hits += 1
            return self._hits


class CounterManager(BaseManager):
    counter: Callable[[], Counter]  # made by register()


def keep_counter(end: Connection, key: bytes) -> None:
    counter = Counter()
    CounterManager.register("counter", lambda: counter)
    server = CounterManager(("127.0.0.1", 0), key).get_server()
    end.send(server.address)
    server.serve_forever()


def serve(end: Connection, address: tuple[str, int], key: bytes) -> None:
    CounterManager.register("counter")
    manager = CounterManager(address, key)
    try:
        manager.connect()
        end.send(f"counts {manager.counter().hit()}")
    except AuthenticationError as error:
        end.send(f"{type(error).__name__}: {error}")


def main() -> None:
    key = secrets.token_bytes(32)
    here, there = Pipe()
    keeper = Process(target=keep_counter, args=(there, key), daemon=True)
    keeper.start()
    address = here.recv()
    for given in (key, key, b"another key"):
        worker = Process(target=serve, args=(there, address, given))
        worker.start()
        print(f"a worker: {here.recv()}")
        worker.join()
    keeper.terminate()
    keeper.join()


if __name__ == "__main__":
    main()
