"""Each child is told through a pipe of its own: one of them may be killed."""

import multiprocessing
from contextlib import suppress
from multiprocessing.connection import Connection


def work(name: str, news: Connection) -> None:
    news.send(f"{name}: waits")
    try:
        print(f"{name}: {news.recv()}")
    finally:
        news.close()


def main() -> None:
    children = {}
    for name in ("Ann", "Bob", "Cy"):
        here, there = multiprocessing.Pipe()
        child = multiprocessing.Process(target=work, args=(name, there))
        child.start()
        there.close()
        print(f"{here.recv()}")
        children[here] = child
    _, bob, _ = children.values()
    bob.kill()
    bob.join()
    for here, child in children.items():
        with here, suppress(ConnectionError):
            here.send("stop")
        child.join()
        print(f"exit code {child.exitcode}")


if __name__ == "__main__":
    main()
