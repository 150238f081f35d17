"""A cached function loads at the first task; its error is that task's."""

from concurrent.futures import ProcessPoolExecutor
from functools import cache


@cache
def load(path: str) -> dict[str, int]:
    print(f"loading {path}")
    if path == "missing.bin":
        raise FileNotFoundError(f"no file {path}")
    return {"spam": 3, "eggs": 2}


def rate(path: str, word: str) -> int:
    return load(path)[word]


def main() -> None:
    with ProcessPoolExecutor(1) as executor:
        failed = executor.submit(rate, "missing.bin", "spam").exception()
        rates = list(executor.map(rate, ["model.bin"] * 2, ["spam", "eggs"]))
    print(f"{failed!r}, then the rates: {rates}")


if __name__ == "__main__":
    main()
