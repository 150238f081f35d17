"""Four threads wait at the same time: none keeps the others from it."""

import threading
from concurrent.futures import ThreadPoolExecutor

all_wait = threading.Barrier(4)


def wait(_: int) -> int:
    """Wait, as for an answer from the network, until all four do."""
    return all_wait.wait()


def main() -> None:
    with ThreadPoolExecutor(4) as executor:
        numbers = sorted(executor.map(wait, range(4)))
    print(f"numbers from the barrier: {numbers}")


if __name__ == "__main__":
    main()
