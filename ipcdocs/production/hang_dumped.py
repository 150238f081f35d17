"""Two children wait for each other: a dump says where each one stands."""

import faulthandler
import multiprocessing
import re
import tempfile
from multiprocessing.synchronize import Barrier, Lock
from pathlib import Path
from typing import TextIO


def take(lock: Lock, log: TextIO) -> None:
    faulthandler.dump_traceback_later(0.5, exit=True, file=log)
    lock.acquire()
    faulthandler.cancel_dump_traceback_later()


def pack(box: Lock, tape: Lock, both: Barrier, log: Path) -> None:
    with log.open("w") as file, box:
        both.wait()
        take(tape, file)


def mend(box: Lock, tape: Lock, both: Barrier, log: Path) -> None:
    with log.open("w") as file, tape:
        both.wait()
        take(box, file)


def where(log: Path) -> str:
    functions = re.findall(r"line \d+ in (\w+)", log.read_text())
    return ", called by ".join(functions[:2])


def main() -> None:
    shared = (
        multiprocessing.Lock(),
        multiprocessing.Lock(),
        multiprocessing.Barrier(2),
    )
    with tempfile.TemporaryDirectory() as folder:
        children = [
            multiprocessing.Process(
                target=job, args=(*shared, Path(folder, name)), name=name
            )
            for name, job in {"pack": pack, "mend": mend}.items()
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
            print(f"{child.name}: exit code {child.exitcode}")
            print(f"  in {where(Path(folder, child.name))}")


if __name__ == "__main__":
    main()
