"""How many CPUs Python believes in, told by PYTHON_CPU_COUNT or -X."""

import os
import subprocess
import sys

CODE = "import os; print(os.cpu_count() == 1000)"


def told(*options: str) -> str:
    """Return whether a new Python believes in 1000 CPUs."""
    run = subprocess.run(
        [sys.executable, *options, "-c", CODE],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def main() -> None:
    print(f"-X cpu_count=1000: {told('-X', 'cpu_count=1000')}")
    os.environ["PYTHON_CPU_COUNT"] = "1000"
    print(f"PYTHON_CPU_COUNT, in a new Python: {told()}")
    print(f"PYTHON_CPU_COUNT, in this one: {os.cpu_count() == 1000}")


if __name__ == "__main__":
    main()
