"""Two other programs at the same time, with asyncio."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE
from collections.abc import Sequence
from contextlib import suppress

HELPER = """
import json, sys
for line in sys.stdin:
    print(json.dumps({"double": 2 * json.loads(line)}), flush=True)
"""


async def ask(numbers: tuple[int, ...]) -> list[int]:
    helper = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HELPER, stdin=PIPE, stdout=PIPE
    )
    assert helper.stdin
    assert helper.stdout
    doubles = []
    try:
        for number in numbers:
            helper.stdin.write(f"{json.dumps(number)}\n".encode())
            await helper.stdin.drain()
            line = await helper.stdout.readline()
            doubles.append(json.loads(line)["double"])
    except BaseException:
        with suppress(ProcessLookupError):  # it has ended
            helper.kill()
        raise
    finally:
        helper.stdin.close()
        await helper.wait()
    return doubles


async def ask_both() -> Sequence[list[int]]:
    return await asyncio.gather(ask((4, 5)), ask((6, 7)))


def main() -> None:
    print(f"{asyncio.run(ask_both())}")


if __name__ == "__main__":
    main()
