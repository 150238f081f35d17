"""Each process connects for itself, and gets its own answer."""

import multiprocessing
from multiprocessing.connection import Client, Listener
from multiprocessing.synchronize import Event


def ask(address: str, question: str, go: Event) -> None:
    with Client(address) as connection:
        connection.send(question)
        go.wait()
        print(f"asked for {question}, got {connection.recv()}")


def main() -> None:
    children = []
    with Listener() as listener:
        for question in ("spam", "eggs"):
            go = multiprocessing.Event()
            child = multiprocessing.Process(
                target=ask, args=(listener.address, question, go)
            )
            child.start()
            connection = listener.accept()
            children.append((child, go, connection))
        for _, _, connection in children:
            with connection:
                connection.send(f"the answer about {connection.recv()}")
        for child, go, _ in reversed(children):
            go.set()
            child.join()


if __name__ == "__main__":
    main()
