"""Each task has a process of its own, which is killed when it is late."""

import multiprocessing
import os
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any


def invert(number: int) -> float:
    return 1 / number


def answer(sender: Connection, task: Callable[..., Any], *args: Any) -> None:
    with sender:
        try:
            sender.send((task(*args), None))
        except Exception as error:
            sender.send((None, error))


def run(timeout: float, task: Callable[..., Any], *args: Any) -> Any:
    receiver, sender = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.Process(target=answer, args=(sender, task, *args))
    with receiver:
        with sender:
            child.start()
        try:
            if not receiver.poll(timeout):
                raise TimeoutError(f"no answer in {timeout} s")
            result, error = receiver.recv()
            child.join(timeout)
        except EOFError:
            child.join()
            raise ChildProcessError(f"exit code {child.exitcode}") from None
        finally:
            child.kill()
            child.join()
    if error is not None:
        raise error
    return result


def main() -> None:
    for timeout, task, number in [
        (20, invert, 4),
        (20, invert, 0),
        (20, os._exit, 3),
        (0.5, time.sleep, 60),
    ]:
        try:
            print(f"{task.__name__}: {run(timeout, task, number)}")
        except (ArithmeticError, OSError) as error:
            print(f"{task.__name__}: {error!r}")
    print(f"children left: {len(multiprocessing.active_children())}")


if __name__ == "__main__":
    main()
