"""An object that holds a Process cannot be sent: its method is no target."""
# Expected: stderr, exit status 0 or 1.

import multiprocessing


class Service:
    def __init__(self, name: str) -> None:
        self.name = name
        self.workers: list[multiprocessing.Process] = []

    def run(self, number: int) -> None:
        print(f"{self.name}: worker {number} runs")

    def start(self) -> None:
        for number in range(2):
            worker = multiprocessing.Process(target=self.run, args=(number,))
            worker.start()
            self.workers.append(worker)

    def join(self) -> None:
        for worker in self.workers:
            worker.join()
        print(f"exit codes {[worker.exitcode for worker in self.workers]}")


def main() -> None:
    service = Service("mail")
    try:
        service.start()
    finally:
        service.join()


if __name__ == "__main__":
    main()
