"""A party is killed at a barrier: `wait` never ends, despite its limit."""
# Expected: still running after 2 s.

import multiprocessing
import time


def main() -> None:
    barrier = multiprocessing.Barrier(3)
    child = multiprocessing.Process(target=barrier.wait)
    child.start()
    while not barrier.n_waiting:
        time.sleep(0.01)
    child.kill()
    child.join()
    print(f"exit code {child.exitcode}, waiting: {barrier.n_waiting}")
    barrier.wait(timeout=0.2)
    print("main goes on")


if __name__ == "__main__":
    main()
