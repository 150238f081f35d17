"""The client's thread asks for the key: a silent client delays no other."""

import socket
import threading
from contextlib import suppress
from multiprocessing import AuthenticationError, Pipe, Process
from multiprocessing.connection import (
    Client,
    Connection,
    Listener,
    answer_challenge,
    deliver_challenge,
)


def answer(client: Connection, key: bytes) -> None:
    with client:
        try:
            deliver_challenge(client, key)
            answer_challenge(client, key)
            client.send("welcome")
        except (AuthenticationError, EOFError, OSError) as error:
            print(f"server: {type(error).__name__}: {error}", flush=True)


def serve(ready: Connection, key: bytes) -> None:
    with Listener(("127.0.0.1", 0)) as listener:
        ready.send(listener.address)
        while True:
            with suppress(ConnectionError):  # it has gone again
                arguments = (listener.accept(), key)
                threading.Thread(
                    target=answer, args=arguments, daemon=True
                ).start()


def main() -> None:
    here, there = Pipe(duplex=False)
    server = Process(target=serve, args=(there, b"the key"))
    server.start()
    there.close()
    try:
        address = here.recv()
        with socket.create_connection(address) as silent:
            print(f"silent client: {silent.recv(15)[4:]!r}")
            with Client(address, authkey=b"the key") as connection:
                print(f"main: {connection.recv()}")
            silent.sendall(b"GET ")
            while silent.recv(1000):  # until the server hangs up
                pass
    finally:
        server.terminate()
        server.join()


if __name__ == "__main__":
    main()
