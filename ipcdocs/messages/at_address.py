"""A server at an address: each client has a thread, bad ones are refused."""

import secrets
import threading
from contextlib import suppress
from multiprocessing import AuthenticationError, Pipe, Process
from multiprocessing.connection import Client, Connection, Listener


def answer(client: Connection) -> None:
    with client, suppress(EOFError, OSError):  # the client has gone
        while True:
            client.send(client.recv().upper())


def serve(ready: Connection, key: bytes) -> None:
    with Listener(("127.0.0.1", 0), authkey=key) as listener:
        ready.send(listener.address)
        while True:
            try:
                client = listener.accept()
            except (AuthenticationError, EOFError, OSError) as error:
                print(f"server: {type(error).__name__}: {error}", flush=True)
            else:
                threading.Thread(
                    target=answer, args=(client,), daemon=True
                ).start()


def ask(address: tuple[str, int], key: bytes, text: str) -> None:
    try:
        with Client(address, authkey=key) as server:
            server.send(text)
            print(f"client: {server.recv()}")
    except AuthenticationError as error:
        print(f"client: {type(error).__name__}: {error}")


def main() -> None:
    key = secrets.token_bytes(32)
    here, there = Pipe(duplex=False)
    server = Process(target=serve, args=(there, key))
    server.start()
    there.close()
    try:
        address = here.recv()
        with Client(address, authkey=key) as connection:
            for given, text in ((b"another key", "tea"), (key, "milk")):
                client = Process(target=ask, args=(address, given, text))
                client.start()
                client.join()
            connection.send("bread")
            print(f"main: {connection.recv()}")
    finally:
        server.terminate()
        server.join()


if __name__ == "__main__":
    main()
