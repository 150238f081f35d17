"""Messages in JSON, of limited length, instead of pickles."""

import json
import pickle
from contextlib import suppress
from multiprocessing import Process
from multiprocessing.connection import Client, Listener

LONGEST = 10_000


def answer(message: bytes) -> bytes:
    """
    >>> answer(b'{"add": [1, 2]}')
    b'{"total": 3}'
    """
    try:
        reply = {"total": sum(json.loads(message)["add"])}
    except Exception as error:  # whatever a stranger may have sent
        reply = {"error": type(error).__name__}
    return json.dumps(reply).encode()


def ask(address: tuple[str, int]) -> None:
    with Client(address, authkey=b"the key") as server:
        for message in (
            json.dumps({"add": [2, 3]}).encode(),
            pickle.dumps({"add": [2, 3]}),
            json.dumps([2, 3]).encode(),
            json.dumps({"add": [1] * 10_000}).encode(),
        ):
            try:
                server.send_bytes(message)
                print(f"client: {json.loads(server.recv_bytes())}")
            except (EOFError, OSError):
                print(f"client: no answer to {len(message)} bytes")


def main() -> None:
    with Listener(("127.0.0.1", 0), authkey=b"the key") as listener:
        child = Process(target=ask, args=(listener.address,))
        child.start()
        with listener.accept() as client, suppress(EOFError, OSError):
            while True:
                client.send_bytes(answer(client.recv_bytes(LONGEST)))
        child.join()


if __name__ == "__main__":
    main()
