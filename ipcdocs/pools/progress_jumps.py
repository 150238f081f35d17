"""A counter over map() stands still until the last task is done."""

import multiprocessing


def work(number: int) -> int:
    print(f"worker: task {number} is done")
    return number**2


def main() -> None:
    with multiprocessing.Pool(1) as pool:
        results = pool.map(work, range(3))
        for done, result in enumerate(results, start=1):
            print(f"main: {done} of {len(results)}: {result}")


if __name__ == "__main__":
    main()
