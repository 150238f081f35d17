"""A client that cannot be sent: each worker makes its own, and closes it."""

import atexit
import threading
from concurrent.futures import ProcessPoolExecutor


class Client:
    def __init__(self, host: str) -> None:
        self.host = host
        self.lock = threading.Lock()
        print(f"connected to {host}")

    def fetch(self, page: str) -> str:
        with self.lock:
            return f"{self.host}/{page}"

    def close(self) -> None:
        print("closed")


client: Client


def connect(host: str) -> None:
    global client
    client = Client(host)
    atexit.register(client.close)


def fetch(page: str) -> str:
    return client.fetch(page)


def main() -> None:
    with ProcessPoolExecutor(
        max_workers=1, initializer=connect, initargs=("example.org",)
    ) as executor:
        for address in executor.map(fetch, ["spam", "eggs"]):
            print(f"fetched {address}")


if __name__ == "__main__":
    main()
