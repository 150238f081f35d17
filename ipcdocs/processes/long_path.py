"""Two managers, at sockets whose paths differ by one byte in length."""
# Expected: stderr, exit status 1.

import os
import tempfile
from multiprocessing.managers import SyncManager


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for size in 107, 108:
            address = folder + "/" + "a" * (size - len(folder) - 1)
            print(f"a path of {len(os.fsencode(address))} bytes")
            with SyncManager(address) as manager:
                print(f"ports: {manager.dict(http=80)}")


if __name__ == "__main__":
    main()
