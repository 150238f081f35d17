"""The other program has answered, but its answer is not sent yet."""
# Expected: still running after 2 s.

import subprocess
import sys

HELPER = """
import sys
for line in sys.stdin:
    print(line.upper(), end="")
"""


def main() -> None:
    command = [sys.executable, "-E", "-c", HELPER]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, text=True
    ) as helper:
        assert helper.stdin
        assert helper.stdout
        print("tea", file=helper.stdin, flush=True)
        print("main: asked")
        print(f"main: {helper.stdout.readline()}")


if __name__ == "__main__":
    main()
