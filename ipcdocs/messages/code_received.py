"""What `recv()` does is chosen by the sender."""

from multiprocessing import Process
from multiprocessing.connection import Client, Listener


class Surprise:
    def __reduce__(self) -> tuple[object, ...]:
        return print, ("the client has made main print this",)


def greet(address: tuple[str, int]) -> None:
    with Client(address, authkey=b"the key") as server:
        server.send(Surprise())


def main() -> None:
    with Listener(("127.0.0.1", 0), authkey=b"the key") as listener:
        child = Process(target=greet, args=(listener.address,))
        child.start()
        with listener.accept() as client:
            print(f"received: {client.recv()}")
        child.join()


if __name__ == "__main__":
    main()
