"""What a proxy prints, and how to get the plain data out of it."""

import json
import multiprocessing
from typing import Any


def main() -> None:
    with multiprocessing.Manager() as manager:
        names: Any = manager.list(["mongo"])
        config = manager.dict(names=names)
        print(f"str: {names}")
        print(f"repr begins {names!r:.32}")
        print(f"str, nested: {config}")
        print(f"equal to the list: {names == ['mongo']}")
        try:
            json.dumps(names)
        except TypeError as error:
            print(f"json: TypeError: {error}")
        print(f"slice: {names[:]}")
        print(f"_getvalue: {names._getvalue()}")
        plain = {key: items[:] for key, items in config.items()}
        print(f"plain: {json.dumps(plain)}")


if __name__ == "__main__":
    main()
