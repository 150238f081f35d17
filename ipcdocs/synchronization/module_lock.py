"""A lock at the top of the file: which processes have the same one?"""
# Expected: run as a script, Python 3.13.8 or later, not Python 3.14.0.

import multiprocessing

lock = multiprocessing.Lock()


def take() -> None:
    name = multiprocessing.current_process().name
    print(f"{name} gets it: {lock.acquire(block=False)}")


def main() -> None:
    with lock:
        print("main holds it")
        for name in ("first child", "second child"):
            child = multiprocessing.Process(target=take, name=name)
            child.start()
            child.join()


if __name__ == "__main__":
    main()
