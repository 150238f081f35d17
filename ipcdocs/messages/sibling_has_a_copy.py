"""Two pipes are made before the children: who has which ends?"""

import multiprocessing
from multiprocessing.connection import Connection


def work(end: Connection) -> None:
    with end:
        print(f"{end.recv()}")


def main() -> None:
    pipes = [multiprocessing.Pipe() for _ in range(2)]
    children = []
    for _, there in pipes:
        child = multiprocessing.Process(target=work, args=(there,))
        child.start()
        children.append(child)
    for _, there in pipes:
        there.close()
    for number, (here, _) in enumerate(pipes):
        here.send(f"stop {number}")
        children[number].join()
        print(f"{number} has ended, end of its pipe: {here.poll()}")


if __name__ == "__main__":
    main()
