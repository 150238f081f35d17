"""Exceptions that come back whole, with attributes and notes, in two ways."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Any


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

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.host, self.status), self.__dict__


class RequestLost(Exception):
    def __init__(self, *, host: str, status: int) -> None:
        super().__init__(f"{host} answered {status}")
        self.host = host
        self.status = status

    def __reduce__(self) -> tuple[Any, ...]:
        rebuild = partial(type(self), host=self.host, status=self.status)
        return rebuild, (), self.__dict__


def fetch(kind: Any) -> None:
    error = kind(host="example.org", status=404)
    error.add_note("second try")
    raise error


def main() -> None:
    with multiprocessing.Pool(1) as pool, ProcessPoolExecutor(1) as executor:
        for kind in (RequestFailed, RequestRefused, RequestLost):
            told = executor.submit(fetch, kind).exception()
            print(f"executor: {told!r}: {told}")
            print(f"executor: {vars(told)}")
            try:
                pool.apply(fetch, (kind,))
            except kind as error:
                same = vars(error) == vars(told)
                print(f"Pool: {error}, attributes the same: {same}")


if __name__ == "__main__":
    main()
