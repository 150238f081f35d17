"""Main writes much and the other program too: nobody reads."""
# Expected: still running after 2 s.

import subprocess
import sys

HELPER = """
import sys
for line in sys.stdin:
    print(line.upper(), end="", flush=True)
"""


def main() -> None:
    command = [sys.executable, "-c", HELPER]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, text=True
    ) as helper:
        assert helper.stdin
        assert helper.stdout
        print("main: writes 5000 lines")
        helper.stdin.write((100 * "tea " + "\n") * 5_000)
        helper.stdin.close()
        print(f"main: {len(helper.stdout.readlines())} lines read")


if __name__ == "__main__":
    main()
