"""A manager's server is dead before the first call: the caller is refused."""
# Expected: stderr, exit status 1.

import multiprocessing
from multiprocessing.managers import SyncManager


def main() -> None:
    with SyncManager(address=("127.0.0.1", 0)) as manager:
        ports = manager.dict(mongo=27017)
        (server,) = multiprocessing.active_children()
        server.kill()
        server.join()
        print(f"server ended: {server.exitcode}")
        print(f"mongo: {ports['mongo']}")


if __name__ == "__main__":
    main()
