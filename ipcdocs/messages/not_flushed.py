"""The other program has answered, but its answer is not sent yet."""
# Expected: still running after 2 s.

import subprocess
import sys

HELPER = """
import sys
for line in sys.stdin:
    print(line.upper(), end="")
    print("answered:", line, end="", file=sys.stderr, flush=True)
"""


def main() -> None:
    command = [sys.executable, "-E", "-c", HELPER]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, text=True
    ) as helper:
        assert helper.stdin
        assert helper.stdout
        assert helper.stderr
        print("tea", file=helper.stdin, flush=True)
        print(f"standard error: {helper.stderr.readline().strip()}")
        print(f"standard output: {helper.stdout.readline().strip()}")


if __name__ == "__main__":
    main()
