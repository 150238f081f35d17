"""A task of a Pool makes a Manager: it may not, as its worker is a daemon."""
# Expected: stderr, exit status 1.

import multiprocessing


def collect(name: str) -> int:
    with multiprocessing.Manager() as manager:
        found = manager.dict()
        found[name] = len(name)
        return len(found)


def main() -> None:
    with multiprocessing.Pool(1) as pool:
        found = pool.apply_async(collect, ("spam",))
        pool.close()
        pool.join()
        print(f"found: {found.get()}")


if __name__ == "__main__":
    main()
