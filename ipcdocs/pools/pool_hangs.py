"""The worker is killed, and the Pool waits for its result for ever."""
# Expected: still running after 2 s.

import multiprocessing
import os
import signal


def work(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def main() -> None:
    with multiprocessing.Pool(2) as pool:
        print("main waits for three results")
        print(f"results: {pool.map(work, [1, 2, 3])}")


if __name__ == "__main__":
    main()
