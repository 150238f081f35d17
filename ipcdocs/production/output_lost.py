"""A file's buffer: lost with `os._exit`, written twice after `os.fork`."""

import os
import tempfile
from pathlib import Path


def write(path: Path, end: str) -> list[str]:
    with path.open("w") as file:
        file.write("from main\n")
        if end == "flushed":
            file.flush()
        pid = os.fork()
        if not pid:
            file.write("from the child\n")
            if end != "os._exit":
                file.close()
            os._exit(0)
        os.waitpid(pid, 0)
    return path.read_text().splitlines()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for end in ("os._exit", "closed", "flushed"):
            print(f"{end}: {write(Path(folder, end), end)}")


if __name__ == "__main__":
    main()
