"""A lambda as target: a forked child inherits it, others cannot be sent it."""
# Expected: stderr, exit status 0 or 1.

import multiprocessing


def main() -> None:
    child = multiprocessing.Process(target=lambda: print("hello"))
    child.start()
    child.join()
    print(f"joined: exit code {child.exitcode}")


if __name__ == "__main__":
    main()
