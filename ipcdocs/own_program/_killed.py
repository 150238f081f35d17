"""Main is killed, as when memory runs out; its child goes on."""

import os
import signal
import time
from multiprocessing import Process


def main() -> None:
    child = Process(target=time.sleep, args=(600,), daemon=True)
    child.start()
    print("started a child")
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
