"""Questions and answers with another program, each a line of JSON."""

import json
import subprocess
import sys

HELPER = """
import json, sys
for line in sys.stdin:
    number = json.loads(line)
    if number == 13:  # as if it had failed
        sys.exit(3)
    print(json.dumps({"double": 2 * number}), flush=True)
"""


def ask(numbers: tuple[int, ...]) -> int | None:
    command = [sys.executable, "-c", HELPER]
    pipe = subprocess.PIPE
    helper = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
    try:
        with helper:
            assert helper.stdin
            assert helper.stdout
            for number in numbers:
                print(json.dumps(number), file=helper.stdin, flush=True)
                line = helper.stdout.readline()
                if not line:
                    print(f"{number}: the helper has ended")
                    break
                print(f"{number}: {json.loads(line)['double']}")
    except OSError as error:  # it had ended before it was asked
        print(f"{error}")
    return helper.returncode


def main() -> None:
    for numbers in ((4, 5), (6, 13, 7)):
        print(f"exit status {ask(numbers)}")


if __name__ == "__main__":
    main()
