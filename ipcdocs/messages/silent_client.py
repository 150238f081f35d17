"""A client that says nothing keeps the server from all the others."""
# Expected: still running after 2 s.

import socket
from multiprocessing import Pipe, Process
from multiprocessing.connection import Client, Connection, Listener


def serve(ready: Connection) -> None:
    with Listener(("127.0.0.1", 0), authkey=b"the key") as listener:
        ready.send(listener.address)
        while True:
            with listener.accept() as client:
                client.send("welcome")


def main() -> None:
    here, there = Pipe(duplex=False)
    server = Process(target=serve, args=(there,), daemon=True)
    server.start()
    address = here.recv()
    with socket.create_connection(address) as silent:
        print(f"silent client: {silent.recv(15)[4:]!r}")
        with Client(address, authkey=b"the key") as connection:
            print(f"main: {connection.recv()}")


if __name__ == "__main__":
    main()
