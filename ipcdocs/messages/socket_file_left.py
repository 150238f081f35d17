"""A killed server leaves the file of its socket to the next one."""

from multiprocessing import Pipe, Process
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from tempfile import TemporaryDirectory


def serve(ready: Connection, path: str) -> None:
    with Listener(path) as listener:
        ready.send("listening")
        listener.accept()


def main() -> None:
    here, there = Pipe(duplex=False)
    with TemporaryDirectory() as folder:
        path = f"{folder}/socket"
        server = Process(target=serve, args=(there, path))
        server.start()
        print(f"server: {here.recv()}")
        server.kill()
        server.join()
        try:
            Listener(path)
        except OSError as error:
            print(f"next server: {type(error).__name__}: {error}")
        try:
            Client(path)
        except ConnectionRefusedError as error:
            print(f"client: {type(error).__name__}: {error}")
            Path(path).unlink()  # nobody is there
        with Listener(path):
            print(f"next server listens, a file there: {Path(path).exists()}")
        print(f"after it, a file there: {Path(path).exists()}")


if __name__ == "__main__":
    main()
