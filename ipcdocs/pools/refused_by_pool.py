"""What a task of a Pool refuses as its argument, and with which words."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor


def take(thing: object) -> None:
    pass


def outcome(send: Callable[..., object], *arguments: object) -> str:
    try:
        send(*arguments)
    except RuntimeError as error:
        return f"{type(error).__name__}: {error}"
    return "sent"


def main() -> None:
    things = {
        "Lock": multiprocessing.Lock(),
        "RLock": multiprocessing.RLock(),
        "Semaphore": multiprocessing.Semaphore(),
        "Event": multiprocessing.Event(),
        "Barrier": multiprocessing.Barrier(2),
        "Queue": multiprocessing.Queue(),
        "SimpleQueue": multiprocessing.SimpleQueue(),
        "Value": multiprocessing.Value("i", 0),
        "Array": multiprocessing.Array("i", 3),
        "end of a Pipe": multiprocessing.Pipe()[0],
    }
    with multiprocessing.Pool(1) as pool, ProcessPoolExecutor(1) as executor:
        by_pool, by_executor = [], []
        for thing in things.values():
            by_pool.append(outcome(pool.apply, take, (thing,)))
            future = executor.submit(take, thing)
            by_executor.append(outcome(future.result))
    for name, told in zip(things, by_pool, strict=True):
        print(f"{name}: {told}")
    print(f"all the same in a ProcessPoolExecutor: {by_executor == by_pool}")


if __name__ == "__main__":
    main()
