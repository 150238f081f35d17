"""Another program gets half a second, and is killed then."""

import subprocess
import sys

HELPER = "import threading; threading.Event().wait()"


def main() -> None:
    command = [sys.executable, "-c", HELPER]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as helper:
        try:
            helper.communicate(timeout=0.5)
        except subprocess.TimeoutExpired as error:
            print(f"not done after {error.timeout} s")
        finally:
            helper.kill()
    print(f"exit status {helper.returncode}")


if __name__ == "__main__":
    main()
