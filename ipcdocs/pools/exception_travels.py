"""Two exceptions that come back whole: one by its args, one by __reduce__."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


class RequestFailed(Exception):
    def __init__(self, host: str, status: int) -> None:
        super().__init__(host, status)
        self.host = host
        self.status = status

    def __str__(self) -> str:
        return f"{self.host} answered {self.status}"


class RequestRefused(Exception):
    def __init__(self, host: str, status: int) -> None:
        super().__init__(f"{host} answered {status}")
        self.host = host
        self.status = status

    def __reduce__(self) -> tuple[type, tuple[str, int]]:
        return type(self), (self.host, self.status)


def fetch(host: str, status: int) -> str:
    if status == 404:
        raise RequestFailed(host, status)
    raise RequestRefused(host, status)


def main() -> None:
    with multiprocessing.Pool(1) as pool, ProcessPoolExecutor(1) as executor:
        for status in (404, 403):
            try:
                pool.apply(fetch, ("example.org", status))
            except (RequestFailed, RequestRefused) as error:
                print(f"Pool: {type(error).__name__}: {error}")
                print(f"host {error.host}, status {error.status}")
            future = executor.submit(fetch, "example.org", status)
            print(f"ProcessPoolExecutor: {future.exception()!r}")


if __name__ == "__main__":
    main()
