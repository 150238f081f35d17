"""A method in an executor: its object is pickled with each task, or chunk."""

from concurrent.futures import ProcessPoolExecutor
from typing import Any


class Crawler:
    def __init__(self) -> None:
        self.seen: list[str] = []

    def __getstate__(self) -> dict[str, Any]:
        print("the crawler is pickled")
        return self.__dict__

    def visit(self, page: str) -> int:
        self.seen.append(page)
        return len(self.seen)

    def crawl(self, pages: list[str], size: int) -> None:
        print(f"chunksize {size}")
        with ProcessPoolExecutor(1) as executor:
            counts = executor.map(self.visit, pages, chunksize=size)
            for count in list(counts):
                print(f"in the worker: {count} seen")
        print(f"in the parent: {len(self.seen)} seen")


def main() -> None:
    pages = ["home", "news", "shop"]
    Crawler().crawl(pages, 1)
    Crawler().crawl(pages, 3)


if __name__ == "__main__":
    main()
