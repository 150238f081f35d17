"""Making a queue chooses the start method: after that it is too late."""
# Expected: stderr, exit status 1.

import multiprocessing


def main() -> None:
    print(f"chosen: {multiprocessing.get_start_method(allow_none=True)}")
    multiprocessing.Queue()
    print(f"chosen: {multiprocessing.get_start_method(allow_none=True)}")
    multiprocessing.set_start_method("spawn")


if __name__ == "__main__":
    main()
