"""Two workers of a server: each counts in a global variable of its own."""

import multiprocessing
from multiprocessing.connection import Connection

hits = 0


def serve(requests: Connection) -> None:
    global hits
    while (request := requests.recv()) is not None:
        hits += 1
        requests.send(f"{request}: hit {hits}")


def main() -> None:
    workers = []
    for _ in range(2):
        here, there = multiprocessing.Pipe()
        worker = multiprocessing.Process(target=serve, args=(there,))
        worker.start()
        workers.append((worker, here))
    for number in range(4):
        # A server lets any worker take the request; here main chooses.
        taker = number % len(workers)
        _, here = workers[taker]
        here.send(f"request {number}")
        print(f"worker {taker}, {here.recv()}")
    for worker, here in workers:
        here.send(None)
        worker.join()
        print(f"exit code of a worker {worker.exitcode}")
    print(f"main: hits {hits}")


if __name__ == "__main__":
    main()
