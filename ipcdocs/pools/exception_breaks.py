"""An exception that cannot be unpickled: the executor says it is broken."""
# Expected: stderr, exit status 1.

from concurrent.futures import ProcessPoolExecutor


class RequestFailed(Exception):
    def __init__(self, host: str, status: int) -> None:
        super().__init__(f"{host} answered {status}")
        self.host = host
        self.status = status


def fetch(host: str) -> str:
    raise RequestFailed(host, 404)


def main() -> None:
    with ProcessPoolExecutor(1) as executor:
        future = executor.submit(fetch, "example.org")
        print(f"fetched {future.result()}")


if __name__ == "__main__":
    main()
