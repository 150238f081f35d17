"""A method in an executor: its object is pickled for each task."""

from concurrent.futures import ProcessPoolExecutor
from typing import Any


class Crawler:
    def __init__(self) -> None:
        self.seen: list[str] = []

    def __getstate__(self) -> dict[str, Any]:
        print("the crawler is pickled")
        return self.__dict__

    def visit(self, page: str) -> list[str]:
        self.seen.append(page)
        return self.seen

    def crawl(self, pages: list[str]) -> None:
        with ProcessPoolExecutor(1) as executor:
            for seen in list(executor.map(self.visit, pages)):
                print(f"in the worker: {seen}")
        print(f"in the parent: {self.seen}")


def main() -> None:
    Crawler().crawl(["home", "news", "shop"])


if __name__ == "__main__":
    main()
