"""Two items from __reduce__ rebuild the exception, but without its notes."""

from concurrent.futures import ProcessPoolExecutor
from typing import Any


class RequestRefused(Exception):
    def __init__(self, host: str, status: int) -> None:
        super().__init__(f"{host} answered {status}")
        self.host = host
        self.status = status

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.host, self.status)


def fetch(host: str) -> None:
    error = RequestRefused(host, 404)
    error.add_note("second try")
    print(f"{error!r}, notes {error.__notes__}")
    raise error


def main() -> None:
    with ProcessPoolExecutor(1) as executor:
        error = executor.submit(fetch, "example.org").exception()
        print(f"{error!r}, notes {getattr(error, '__notes__', None)}")


if __name__ == "__main__":
    main()
