"""Two workers of a server: each counts in a global variable of its own."""

import multiprocessing
from multiprocessing.connection import Connection

hits = 0


def serve(requests: Connection) -> None:
    global hits
    while requests.recv() != "stop":
        hits += 1
        requests.send(hits)


def main() -> None:
    workers = []
    for _ in range(2):
        here, there = multiprocessing.Pipe()
        worker = multiprocessing.Process(target=serve, args=(there,))
        worker.start()
        workers.append((worker, here))
    for number in range(4):
        # A server lets any worker take the request; here main chooses.
        _, here = workers[number % 2]
        here.send("GET /")
        print(f"worker {number % 2} counts {here.recv()}")
    for worker, here in workers:
        here.send("stop")
        worker.join()
    print(f"main counts {hits}")


if __name__ == "__main__":
    main()
