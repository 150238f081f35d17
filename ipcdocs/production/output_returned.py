"""What a task prints comes back with its result."""

import contextlib
import io
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any


def greet(name: str) -> int:
    print(f"hello {name}")
    return len(name)


def captured(task: Callable[..., Any], *args: Any) -> tuple[Any, str]:
    """Call the task, and return its result and what it has printed."""
    with contextlib.redirect_stdout(io.StringIO()) as output:
        result = task(*args)
    return result, output.getvalue()


def main() -> None:
    with ProcessPoolExecutor(1) as executor:
        task = executor.submit(captured, greet, "Ann")
        print(f"result and output: {task.result()}")


if __name__ == "__main__":
    main()
