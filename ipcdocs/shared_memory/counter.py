"""A counter that four processes increase, under its lock."""

import multiprocessing


def count(total):
    for _ in range(1000):
        with total.get_lock():
            total.value += 1


def main():
    total = multiprocessing.Value("q", 0)
    children = [
        multiprocessing.Process(target=count, args=(total,)) for _ in range(4)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(f"total {total.value}")


if __name__ == "__main__":
    main()
