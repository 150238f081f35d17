"""An object that leaves its Process objects out when it is pickled."""

import multiprocessing
from typing import Any


class Service:
    def __init__(self, name: str) -> None:
        self.name = name
        self.workers: list[multiprocessing.Process] = []

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"workers": []}

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
