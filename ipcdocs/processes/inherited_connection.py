"""Two children ask over a global connection: both over the same one."""
# Expected: run as a script, Python 3.13.8 or later.

import multiprocessing
import socket
import threading
from multiprocessing.synchronize import Event


def serve(server: socket.socket) -> None:
    while request := server.recv(3):
        server.sendall(request)


def connect() -> socket.socket:
    """Connect to a server that answers a name of 3 letters with the name."""
    client, server = socket.socketpair()
    threading.Thread(target=serve, args=(server,), daemon=True).start()
    return client


connection = connect()


def ask(name: str, asked: Event, go_on: Event) -> None:
    connection.sendall(name.encode())
    asked.set()
    go_on.wait()
    answer = connection.recv(3).decode()
    print(f"{name} reads the answer to {answer}")


def ask_later(name: str, asked: Event, go_on: Event) -> None:
    asked.wait()
    connection.sendall(name.encode())
    answer = connection.recv(3).decode()
    print(f"{name} reads the answer to {answer}")
    go_on.set()


def main() -> None:
    events = (multiprocessing.Event(), multiprocessing.Event())
    children = [
        multiprocessing.Process(target=ask, args=("Ann", *events)),
        multiprocessing.Process(target=ask_later, args=("Bob", *events)),
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()


if __name__ == "__main__":
    main()
