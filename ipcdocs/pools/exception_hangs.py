"""An exception that cannot be unpickled: the Pool waits for ever."""
# Expected: stderr, still running after 2 s.

import multiprocessing


class RequestFailed(Exception):
    def __init__(self, host: str, status: int) -> None:
        super().__init__(f"{host} answered {status}")
        self.host = host
        self.status = status


def fetch(host: str) -> str:
    raise RequestFailed(host, 404)


def main() -> None:
    with multiprocessing.Pool(1) as pool:
        print(f"fetched {pool.apply(fetch, ('example.org',))}")


if __name__ == "__main__":
    main()
