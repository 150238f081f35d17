"""Four threads wait at the same time: none keeps the others from it."""

import threading
from concurrent.futures import ThreadPoolExecutor

all_wait = threading.Barrier(4)


def fetch(number: int) -> str:
    """Wait, as for an answer from the network, until all four do."""
    all_wait.wait()
    return f"answer {number}"


def main() -> None:
    with ThreadPoolExecutor(4) as executor:
        answers = list(executor.map(fetch, range(4)))
    print(f"{answers}")


if __name__ == "__main__":
    main()
