"""`close()` stops no process: it gives back what the object holds."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection


def work(end: Connection) -> None:
    end.send("at work")
    end.recv()  # it waits for work that never comes


def attempt(call: Callable[[], object]) -> str:
    try:
        return f"{call()}"
    except ValueError as error:
        return f"{type(error).__name__}: {error}"


def main() -> None:
    here, there = multiprocessing.Pipe()
    child = multiprocessing.Process(target=work, args=(there,))
    child.start()
    here.recv()
    print(f"close(): {attempt(child.close)}")
    print(f"alive: {child.is_alive()}")
    child.terminate()
    child.join()
    print(f"exit code {child.exitcode}")
    print(f"close(): {attempt(child.close)}")
    print(f"exit code: {attempt(lambda: child.exitcode)}")


if __name__ == "__main__":
    main()
