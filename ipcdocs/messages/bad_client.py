"""A client with another key ends the server, and the next finds none."""
# Expected: stderr.

from multiprocessing import AuthenticationError, Pipe, Process
from multiprocessing.connection import Client, Connection, Listener


def serve(ready: Connection) -> None:
    with Listener(("127.0.0.1", 0), authkey=b"the key") as listener:
        ready.send(listener.address)
        while True:
            with listener.accept() as client:
                client.send("welcome")


def main() -> None:
    here, there = Pipe(duplex=False)
    server = Process(target=serve, args=(there,))
    server.start()
    address = here.recv()
    for key in (b"the key", b"another key", b"the key"):
        try:
            with Client(address, authkey=key) as connection:
                print(f"main: {connection.recv()}")
        except AuthenticationError as error:
            server.join()
            print(f"main: {type(error).__name__}: {error}")
            print(f"server: exit code {server.exitcode}")
        except ConnectionRefusedError as error:
            print(f"main: {type(error).__name__}: {error.strerror}")


if __name__ == "__main__":
    main()
