"""Keys that do not fit: what each side raises."""

from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Client, Listener
from traceback import format_exception_only


def accept(listener: Listener) -> None:
    with listener.accept():
        pass


def connect(address: tuple[str, int], key: bytes | None) -> None:
    with Client(address, authkey=key) as connection:
        connection.recv()


def main() -> None:
    address = ("127.0.0.1", 0)
    with ThreadPoolExecutor() as executor:
        for key in (b"another key", None):
            with Listener(address, authkey=b"the key") as listener:
                server = executor.submit(accept, listener)
                client = executor.submit(connect, listener.address, key)
                for side, future in (("client", client), ("server", server)):
                    (line,) = format_exception_only(future.exception())
                    print(f"{side}, {key!r}: {line.strip()}")
    try:
        Listener(address, authkey="the key")
    except TypeError as error:
        print(f"a string: {type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
