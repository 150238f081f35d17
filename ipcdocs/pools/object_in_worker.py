"""An initializer makes the object in the worker, where it stays."""

import threading
from concurrent.futures import ProcessPoolExecutor


class Crawler:
    def __init__(self, site: str) -> None:
        self.site = site
        self.lock = threading.Lock()
        self.seen: list[str] = []

    def visit(self, page: str) -> list[str]:
        with self.lock:
            self.seen.append(f"{self.site}/{page}")
        return self.seen


crawler: Crawler


def prepare(site: str) -> None:
    global crawler
    crawler = Crawler(site)


def visit(page: str) -> list[str]:
    return crawler.visit(page)


def main() -> None:
    with ProcessPoolExecutor(
        1, initializer=prepare, initargs=("site",)
    ) as executor:
        for seen in executor.map(visit, ["home", "news", "shop"]):
            print(f"in the worker: {seen}")


if __name__ == "__main__":
    main()
