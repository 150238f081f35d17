"""A process is killed while it sends: only its own pipe is broken."""

import multiprocessing
from multiprocessing.connection import Connection


def work(end: Connection, size: int) -> None:
    with end:
        end.send(bytes(size))


def main() -> None:
    started = []
    for size in (10, 2_000_000, 1_000_000):
        here, there = multiprocessing.Pipe(duplex=False)
        child = multiprocessing.Process(target=work, args=(there, size))
        child.start()
        there.close()  # now the child alone has this end
        started.append((child, here))
    last, its_end = started[-1]
    arrived = its_end.poll(None)  # waits for the first bytes of the last
    print(f"first bytes of the last: {arrived}")
    last.kill()
    for child, here in started:
        with here:
            try:
                outcome = f"{len(here.recv())} bytes"
            except (EOFError, OSError):
                outcome = "nothing"
        child.join()
        print(f"{outcome}, exit code {child.exitcode}")


if __name__ == "__main__":
    main()
