"""Two workers count in a database: no hit is lost, and none counts twice."""

import multiprocessing
import sqlite3
import tempfile
from contextlib import closing
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path


def hit(database: sqlite3.Connection) -> int:
    """Count one more, and return how many there are."""
    with database:  # both statements, or neither; others wait meanwhile
        database.execute("UPDATE counts SET hits = hits + 1")
        (hits,) = database.execute("SELECT hits FROM counts").fetchone()
    return int(hits)


def serve(path: Path, start: Barrier, results: Connection) -> None:
    with closing(sqlite3.connect(path, timeout=60)) as database:
        start.wait()
        results.send([hit(database) for _ in range(5)])


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "hits.db")
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("CREATE TABLE counts (hits INTEGER)")
            database.execute("INSERT INTO counts VALUES (0)")
        start = multiprocessing.Barrier(2)
        here, there = multiprocessing.Pipe(duplex=False)
        workers = [
            multiprocessing.Process(target=serve, args=(path, start, there))
            for _ in range(2)
        ]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        print(f"the workers counted {sorted(here.recv() + here.recv())}")


if __name__ == "__main__":
    main()
