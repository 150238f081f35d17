"""A client that cannot be sent: each worker of a Pool makes its own."""

import multiprocessing
import os
import threading


class Client:
    def __init__(self, host: str) -> None:
        self.host = host
        self.lock = threading.Lock()
        self.maker = os.getpid()

    def fetch(self, page: str) -> str:
        with self.lock:
            return f"{self.host}/{page}"


client: Client


def connect(host: str) -> None:
    global client
    client = Client(host)


def fetch(page: str) -> tuple[str, bool]:
    return client.fetch(page), client.maker == os.getpid()


def main() -> None:
    with multiprocessing.Pool(
        2, initializer=connect, initargs=("example.org",)
    ) as pool:
        for address, own in pool.map(fetch, ["spam", "eggs"]):
            print(f"{address}: by a client of the worker's own: {own}")


if __name__ == "__main__":
    main()
