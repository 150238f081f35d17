"""A child that keeps each connection it gets runs out of descriptors."""

import multiprocessing
import resource
from multiprocessing.connection import Connection


def collect(connection: Connection) -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (32, most))
    kept = []
    try:
        while True:
            kept.append(connection.recv())
    except RuntimeError as error:
        print(f"receiving: {type(error).__name__}: {error}")
    try:
        while True:
            kept.extend(multiprocessing.Pipe())
    except OSError as error:
        print(f"making a pipe: {type(error).__name__}: {error}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    received = connection.recv()
    print(f"with the limit raised: a {type(received).__name__}")


def main() -> None:
    here, there = multiprocessing.Pipe()
    child = multiprocessing.Process(target=collect, args=(there,))
    child.start()
    for _ in range(32):
        here.send(there)  # each time, the child gets a descriptor of its own
    child.join()
    print(f"exit code of the child {child.exitcode}")


if __name__ == "__main__":
    main()
