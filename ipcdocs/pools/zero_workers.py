"""All CPUs but one, where there is only one."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def main() -> None:
    # What os.cpu_count() returns in a small virtual machine.
    cpus = 1
    try:
        multiprocessing.Pool(cpus - 1)
    except ValueError as error:
        print(f"ValueError: {error}")
    try:
        ProcessPoolExecutor(cpus - 1)
    except ValueError as error:
        print(f"ValueError: {error}")
    with ProcessPoolExecutor(max(1, cpus - 1)) as executor:
        print(f"lengths: {list(executor.map(len, ['spam', 'eggs']))}")


if __name__ == "__main__":
    main()
