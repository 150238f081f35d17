"""Addresses of a listener, one that is taken, and one where nobody is."""

from multiprocessing.connection import Client, Listener


def main() -> None:
    with Listener() as listener:
        print(f"no address: {type(listener.address).__name__}")
    with Listener(("127.0.0.1", 0)) as listener:
        host, port = address = listener.address
        print(f"port 0: host {host}, a port of its own: {port > 0}")
        try:
            Listener(address)
        except OSError as error:
            print(f"a second listener: {type(error).__name__}: {error}")
    try:
        Client(address)
    except ConnectionRefusedError as error:
        print(f"a client too late: {type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
