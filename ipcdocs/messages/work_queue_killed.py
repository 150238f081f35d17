"""A child of the work queue is killed: main ends the others, and says so."""

import multiprocessing

from ipcdocs.messages.work_queue import run


def main() -> None:
    results = run(range(1, 100_000))
    next(results)
    multiprocessing.active_children()[0].kill()
    try:
        list(results)
    except RuntimeError as error:
        print(f"{error}")
    print(f"children left: {len(multiprocessing.active_children())}")


if __name__ == "__main__":
    main()
