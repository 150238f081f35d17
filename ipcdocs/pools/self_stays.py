"""A function gets only what it needs, and the parent changes the object."""

from concurrent.futures import ProcessPoolExecutor
from typing import Any


def visit(site: str, page: str) -> str:
    if not page:
        raise ValueError("a page without a name")
    return f"{site}/{page}"


class Crawler:
    def __init__(self, site: str) -> None:
        self.site = site
        self.seen: list[str] = []

    def __getstate__(self) -> dict[str, Any]:
        print("the crawler is pickled")
        return self.__dict__

    def crawl(self, pages: list[str]) -> None:
        with ProcessPoolExecutor(2) as executor:
            futures = [executor.submit(visit, self.site, p) for p in pages]
            for future in futures:
                try:
                    self.seen.append(future.result())
                except ValueError as error:
                    print(f"{error}")
        print(f"in the parent: {self.seen}")


def main() -> None:
    Crawler("site").crawl(["home", "", "shop"])


if __name__ == "__main__":
    main()
