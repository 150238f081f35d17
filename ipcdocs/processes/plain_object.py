"""An object passed as an argument: the child changes a copy."""

import multiprocessing
import os


class Box:
    def __init__(self, value: float) -> None:
        self.value = value


def show(box: Box) -> None:
    print(f"pid {os.getpid()}  value {box.value}  id {id(box)}")


def change(box: Box) -> None:
    show(box)
    box.value = 10.78
    show(box)


def main() -> None:
    box = Box(10)
    show(box)
    child = multiprocessing.Process(target=change, args=(box,))
    child.start()
    child.join()
    show(box)


if __name__ == "__main__":
    main()
