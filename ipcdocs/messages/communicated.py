"""`run()` writes and reads at the same time, however much it is."""

import subprocess
import sys

HELPER = """
import sys
for line in sys.stdin:
    print(line.upper(), end="", flush=True)
print("the helper is done", file=sys.stderr)
sys.exit(3)
"""


def main() -> None:
    command = [sys.executable, "-c", HELPER]
    done = subprocess.run(
        command,
        input=(100 * "tea " + "\n") * 5_000,
        capture_output=True,
        text=True,
    )
    print(f"{len(done.stdout.splitlines())} lines read")
    print(f"standard error: {done.stderr.strip()}")
    print(f"exit status {done.returncode}")


if __name__ == "__main__":
    main()
