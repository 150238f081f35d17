"""The initializer fails: the Pool starts worker after worker, for ever."""
# Expected: stderr, repeats for ever.

import multiprocessing


def connect(host: str) -> None:
    raise OSError(f"no answer from {host}")


def fetch(page: str) -> str:
    return f"fetched {page}"


def main() -> None:
    with multiprocessing.Pool(2, connect, ("example.org",)) as pool:
        print(f"pages: {pool.map(fetch, ['spam', 'eggs'])}")


if __name__ == "__main__":
    main()
