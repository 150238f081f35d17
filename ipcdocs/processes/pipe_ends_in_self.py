"""A method as target brings along its object, and a pipe's end in it."""
# Expected: stderr, exit status 0 or 1.

import multiprocessing


class Game:
    def __init__(self) -> None:
        pipes = [multiprocessing.Pipe() for _ in range(2)]
        self.mine = [mine for mine, _ in pipes]
        self.theirs = [theirs for _, theirs in pipes]

    def play(self, player: int) -> None:
        self.theirs[player].send(f"player {player} is ready")

    def run(self) -> None:
        for player in range(2):
            child = multiprocessing.Process(target=self.play, args=(player,))
            child.start()
            self.theirs[player].close()
        for end in self.mine:
            print(f"{end.recv()}")


def main() -> None:
    Game().run()


if __name__ == "__main__":
    main()
