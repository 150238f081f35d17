"""Two processes use one connection: each gets the answer for the other."""

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event


def ask(
    connection: Connection, question: str, asked: Event, go: Event
) -> None:
    connection.send(question)
    asked.set()
    go.wait()
    print(f"asked for {question}, got {connection.recv()}")


def main() -> None:
    server, client = multiprocessing.Pipe()
    children = []
    for question in ("spam", "eggs"):
        asked, go = multiprocessing.Event(), multiprocessing.Event()
        child = multiprocessing.Process(
            target=ask, args=(client, question, asked, go)
        )
        child.start()
        asked.wait()
        children.append((child, go))
    # The server answers one question after the other.
    for _ in children:
        server.send(f"the answer about {server.recv()}")
    for child, go in reversed(children):
        go.set()
        child.join()


if __name__ == "__main__":
    main()
