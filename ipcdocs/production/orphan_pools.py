"""What the workers of a pool and of an executor do without their parent."""
# Expected: stderr.

import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.util import get_temp_dir

kept_open: Connection


def follow_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def begin(end: Connection, follow: bool) -> None:
    global kept_open
    kept_open = end
    if follow:
        threading.Thread(target=follow_parent, daemon=True).start()


def serve(end: Connection, kind: str) -> None:
    args = (end, "follow" in kind)
    if kind == "pool":
        pool = multiprocessing.Pool(1, begin, args)
        end.send(pool.apply(os.getpid))
    else:
        executor = ProcessPoolExecutor(1, initializer=begin, initargs=args)
        end.send(executor.submit(os.getpid).result())
    threading.Event().wait()  # until it is killed


def main() -> None:
    get_temp_dir()  # of main: a killed parent would leave one of its own
    for kind in ("pool", "executor", "executor, follow_parent"):
        here, there = multiprocessing.Pipe()
        parent = multiprocessing.Process(target=serve, args=(there, kind))
        parent.start()
        there.close()
        worker = here.recv()
        parent.kill()
        parent.join()
        ended = here.poll(0.5 if kind == "executor" else None)
        print(f"{kind}: the worker has ended: {ended}")
        if not ended:
            os.kill(worker, signal.SIGTERM)


if __name__ == "__main__":
    main()
