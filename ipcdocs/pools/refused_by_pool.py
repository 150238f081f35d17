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
        same = True
        for name, thing in things.items():
            told = outcome(pool.apply, take, (thing,))
            print(f"{name}: {told}")
            future = executor.submit(take, thing)
            same = same and outcome(future.result) == told
    print(f"all the same in a ProcessPoolExecutor: {same}")


if __name__ == "__main__":
    main()
