"""Which children see what `mock.patch` has replaced in main."""

import platform
from concurrent.futures import ProcessPoolExecutor
from unittest import mock


def on_plan_9() -> bool:
    return platform.system() == "Plan 9"


def patch() -> None:
    mock.patch("platform.system", return_value="Plan 9").start()


def main() -> None:
    with mock.patch("platform.system", return_value="Plan 9"):
        print(f"patched in main: {on_plan_9()}")
        with ProcessPoolExecutor(1) as executor:
            print(f"in a worker: {executor.submit(on_plan_9).result()}")
    with ProcessPoolExecutor(1, initializer=patch) as executor:
        print(f"patched in a worker: {executor.submit(on_plan_9).result()}")


if __name__ == "__main__":
    main()
