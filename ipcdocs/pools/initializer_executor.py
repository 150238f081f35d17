"""The initializer fails: the executor says so, and takes no more tasks."""
# Expected: stderr.

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def connect(host: str) -> None:
    raise OSError(f"no answer from {host}")


def fetch(page: str) -> str:
    return f"fetched {page}"


def main() -> None:
    with ProcessPoolExecutor(
        1, initializer=connect, initargs=("example.org",)
    ) as executor:
        try:
            print(f"pages: {list(executor.map(fetch, ['spam', 'eggs']))}")
        except BrokenProcessPool:
            print("BrokenProcessPool")


if __name__ == "__main__":
    main()
