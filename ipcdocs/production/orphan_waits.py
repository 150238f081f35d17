"""A worker that waits for work, or for the death of its parent."""

import multiprocessing
from multiprocessing.connection import Connection, wait
from multiprocessing.util import get_temp_dir


def work(end: Connection) -> None:
    parent = multiprocessing.parent_process()
    assert parent
    try:
        while parent.sentinel not in wait([end, parent.sentinel]):
            end.send(f"worker: {end.recv()} done")
    finally:
        end.send("worker: tidy")


def serve(end: Connection) -> None:
    worker = multiprocessing.Process(target=work, args=(end,), daemon=True)
    worker.start()
    worker.join()


def main() -> None:
    get_temp_dir()  # of main: a killed parent would leave one of its own
    here, there = multiprocessing.Pipe()
    parent = multiprocessing.Process(target=serve, args=(there,))
    parent.start()
    there.close()
    for number in range(2):
        here.send(f"task {number}")
        print(f"{here.recv()}")
    parent.kill()
    parent.join()
    print(f"exit code of the parent {parent.exitcode}")
    print(f"{here.recv()}")
    try:
        here.recv()
    except EOFError:
        print("the worker has ended")


if __name__ == "__main__":
    main()
