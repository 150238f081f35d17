"""A Value made with a plain Lock: under it, its process waits for ever."""
# Expected: still running after 2 s.

import multiprocessing


def main() -> None:
    total = multiprocessing.Value("q", 0, lock=multiprocessing.Lock())
    with total.get_lock():
        print("holding the lock")
        # Reading and writing take the lock too, and it is taken already.
        total.value += 1
    print(f"total {total.value}")


if __name__ == "__main__":
    main()
