"""How many workers fit the CPU time that a container is granted."""
# Expected: workers from 1 to 100000.

import math
import os
from pathlib import Path

CPU_MAX = Path("/sys/fs/cgroup/cpu.max")


def granted(line: str) -> float:
    """Return how many CPUs' time a line of cpu.max grants.

    >>> granted("150000 100000")
    1.5
    >>> granted("max 100000")
    inf
    """
    quota, period = line.split()
    return math.inf if quota == "max" else int(quota) / int(period)


def workers(cpus: int, line: str) -> int:
    """Return how many workers have something to do.

    >>> workers(8, "150000 100000"), workers(1, "150000 100000")
    (2, 1)
    """
    return math.ceil(min(cpus, granted(line)))


def main() -> None:
    for line in ("max 100000", "150000 100000", "50000 100000"):
        print(f"8 CPUs and {line}: {workers(8, line)}")
    line = CPU_MAX.read_text("ascii") if CPU_MAX.exists() else "max 100000"
    print(f"here: workers {workers(os.cpu_count() or 1, line)}")


if __name__ == "__main__":
    main()
