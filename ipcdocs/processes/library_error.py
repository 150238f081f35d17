"""An exception class that cannot be sent back: a task turns it into text."""

from concurrent.futures import ProcessPoolExecutor


class ServiceError(Exception):  # stands for one that a library defines
    def __init__(self, host: str, status: int) -> None:
        super().__init__(f"{host} answers {status}")


def fetch(host: str) -> str:
    raise ServiceError(host, 503)


def fetch_in_worker(host: str) -> str:
    try:
        return fetch(host)
    except ServiceError as error:
        raise RuntimeError(repr(error)) from error


def main() -> None:
    with ProcessPoolExecutor(max_workers=2) as executor:
        future = executor.submit(fetch_in_worker, "example.org")
        try:
            print(f"fetched {future.result()}")
        except RuntimeError as error:
            print(f"fetch failed: {error}")


if __name__ == "__main__":
    main()
