"""A child of the work queue is killed: main ends the others, and says so."""

import multiprocessing

from ipcdocs.messages.work_queue import run


def main() -> None:
    results = run(range(1, 50_000), range(50_000, 100_000))
    next(results)
    victim = multiprocessing.active_children()[0]
    victim.kill()
    try:
        print(f"{len(list(results))} results")
    except RuntimeError as error:
        print(f"{error}")
    print(f"children left: {len(multiprocessing.active_children())}")


if __name__ == "__main__":
    main()
