"""A Namespace: attributes are shared, but neither what is in them nor `_`."""

import multiprocessing
from multiprocessing.managers import Namespace


def change(settings: Namespace) -> None:
    settings.port = 27018
    settings.names.append("redis")  # to a copy
    settings._note = "changed"  # of the proxy alone
    print(f"child reads {settings}, _note: {settings._note}")


def main() -> None:
    with multiprocessing.Manager() as manager:
        settings = manager.Namespace()
        settings.port = 27017
        settings.names = ["mongo"]
        print(f"main has set {settings}")
        child = multiprocessing.Process(target=change, args=(settings,))
        child.start()
        child.join()
        print(f"main reads {settings}")
        for name in ("port", "_note"):
            try:
                print(f"{name}: {getattr(settings, name)}")
            except AttributeError as error:
                print(f"{name}: AttributeError: {error}")


if __name__ == "__main__":
    main()
