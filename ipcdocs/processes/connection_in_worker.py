"""Each worker makes a connection of its own, as it starts."""

import socket
import threading
from concurrent.futures import ProcessPoolExecutor

connection: socket.socket


def serve(server: socket.socket) -> None:
    while request := server.recv(3):
        server.sendall(request)


def connect() -> None:
    """Connect to a server that answers a name of 3 letters with the name."""
    global connection
    connection, server = socket.socketpair()
    threading.Thread(target=serve, args=(server,), daemon=True).start()


def ask(name: str) -> str:
    connection.sendall(name.encode())
    return connection.recv(3).decode()


def main() -> None:
    with ProcessPoolExecutor(2, initializer=connect) as executor:
        names = ["Ann", "Bob", "Cat", "Dan"]
        for name, answer in zip(names, executor.map(ask, names), strict=True):
            print(f"{name} reads the answer to {answer}")


if __name__ == "__main__":
    main()
