"""`close()` stops no process: it gives back what the object holds."""

import multiprocessing
from multiprocessing.synchronize import Event


def work(never: Event) -> None:
    never.wait()


def attempt(child: multiprocessing.Process) -> str:
    try:
        child.close()
        return f"exit code {child.exitcode}"
    except ValueError as error:
        return f"{type(error).__name__}: {error}"


def main() -> None:
    never = multiprocessing.Event()
    child = multiprocessing.Process(target=work, args=(never,))
    child.start()
    print(f"{attempt(child)}")
    print(f"alive: {child.is_alive()}")
    child.terminate()
    child.join()
    print(f"after join(): exit code {child.exitcode}")
    print(f"after close(): {attempt(child)}")


if __name__ == "__main__":
    main()
