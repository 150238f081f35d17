"""The client has a key, the server has none: each waits for the other."""
# Expected: still running after 2 s.

from multiprocessing import Pipe, Process
from multiprocessing.connection import Client, Connection, Listener


def serve(ready: Connection) -> None:
    with Listener(("127.0.0.1", 0)) as listener:
        ready.send(listener.address)
        with listener.accept() as client:
            print("server: a client is there", flush=True)
            print(f"server: {client.recv()}")


def main() -> None:
    here, there = Pipe(duplex=False)
    server = Process(target=serve, args=(there,), daemon=True)
    server.start()
    address = here.recv()
    with Client(address, authkey=b"the key") as connection:
        connection.send("hello")
    server.join()


if __name__ == "__main__":
    main()
