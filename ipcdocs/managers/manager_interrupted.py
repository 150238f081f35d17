"""Ctrl-C while a manager runs: main is interrupted, the server is not."""

import multiprocessing
import os
import signal


def main() -> None:
    with multiprocessing.Manager() as manager:
        ports = manager.dict(mongo=27017)
        try:
            # What Ctrl-C does: SIGINT to all processes of the terminal.
            os.killpg(os.getpgrp(), signal.SIGINT)
            signal.pause()
        except KeyboardInterrupt:
            ports["redis"] = 6379
            print(f"interrupted: {ports}")


if __name__ == "__main__":
    main()
