"""Children are asked to stop, then terminated, then killed."""

import signal
import time
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection


def work(kind: str, ready: Connection, stop: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if kind == "stubborn":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ready.send("at work")
    while kind != "polite" or not stop.poll():
        time.sleep(0.01)  # a piece of its work


def join_all(children: list[Process], seconds: float) -> list[Process]:
    """Join them until the time is over, and return those that still run."""
    until = time.monotonic() + seconds
    for child in children:
        child.join(max(0.0, until - time.monotonic()))
    return [child for child in children if child.is_alive()]


def end(
    children: list[Process], stop: Connection, asked: float, told: float
) -> None:
    """Give them so many seconds when asked, and more when terminated."""
    stop.send("stop")  # nobody reads it, so all of them see it
    late = join_all(children, asked)
    for child in late:
        child.terminate()
    for child in join_all(late, told):
        child.kill()
    for child in children:
        child.join()


def main() -> None:
    for kind, asked, told in [
        ("polite", 60, 60),
        ("deaf", 0.1, 60),
        ("stubborn", 0.1, 0.1),
    ]:
        seen, stop = Pipe(duplex=False)
        here, ready = Pipe(duplex=False)
        child = Process(target=work, args=(kind, ready, seen))
        child.start()
        try:
            here.recv()
            child.join(0.1)  # none of them ends by itself
            print(f"{kind}: at work {child.is_alive()}")
        finally:
            end([child], stop, asked, told)
            print(f"{kind}: exit code {child.exitcode}")


if __name__ == "__main__":
    main()
