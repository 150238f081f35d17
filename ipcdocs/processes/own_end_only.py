"""A function as target, which is given the one end of a pipe that it needs."""

import multiprocessing
from multiprocessing.connection import Connection


def play(player: int, end: Connection) -> None:
    with end:
        end.send(f"player {player} is ready")


def main() -> None:
    started = []
    for player in range(2):
        mine, theirs = multiprocessing.Pipe()
        child = multiprocessing.Process(target=play, args=(player, theirs))
        child.start()
        theirs.close()
        started.append((child, mine))
    for child, mine in started:
        with mine:
            print(f"{mine.recv()}")
        child.join()


if __name__ == "__main__":
    main()
