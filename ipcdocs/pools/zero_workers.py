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
    with multiprocessing.Pool(max(1, cpus - 1)):
        print(f"workers: {len(multiprocessing.active_children())}")


if __name__ == "__main__":
    main()
