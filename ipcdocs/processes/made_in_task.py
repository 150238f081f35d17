"""A client that cannot be sent: a task makes one for all of its pages."""

import threading
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing


class Client:
    def __init__(self, host: str) -> None:
        self.host = host
        self.lock = threading.Lock()
        print(f"connected to {host}")

    def fetch(self, page: str) -> str:
        if not page:
            raise ValueError("a page without a name")
        with self.lock:
            return f"{self.host}/{page}"

    def close(self) -> None:
        print("closed")


def fetch_all(host: str, pages: list[str]) -> list[str]:
    with closing(Client(host)) as client:
        return [client.fetch(page) for page in pages]


def main() -> None:
    with ProcessPoolExecutor(max_workers=1) as executor:
        for pages in (["spam", "eggs"], ["spam", ""]):
            future = executor.submit(fetch_all, "example.org", pages)
            if error := future.exception():
                print(f"failed: {error!r}")
            else:
                print(f"fetched {future.result()}")


if __name__ == "__main__":
    main()
