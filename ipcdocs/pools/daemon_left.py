"""A daemonic process is terminated with its parent, unless that is killed."""

import multiprocessing
import os
import signal
from multiprocessing.connection import Connection


def watch(connection: Connection) -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()  # as a daemon, it should not come further than this
    connection.send("still there")


def start(connection: Connection, killed: bool) -> None:
    process = multiprocessing.Process(
        target=watch, args=(connection,), daemon=True
    )
    process.start()
    connection.close()
    if killed:
        os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    for killed in (False, True):
        here, there = multiprocessing.Pipe(duplex=False)
        child = multiprocessing.Process(target=start, args=(there, killed))
        child.start()
        there.close()
        try:
            daemon = here.recv()
        except EOFError:
            daemon = "terminated"
        child.join()
        print(f"exit code of the parent {child.exitcode}, daemon: {daemon}")


if __name__ == "__main__":
    main()
