"""A library's exception that cannot be unpickled is told as another one."""

import tarfile
from concurrent.futures import ProcessPoolExecutor


def inspect(name: str) -> None:
    member = tarfile.TarInfo(name)
    member.type = tarfile.FIFOTYPE
    tarfile.data_filter(member, "folder")


def inspect_and_tell(name: str) -> None:
    try:
        inspect(name)
    except tarfile.FilterError as error:
        text = f"{type(error).__name__}: {error}"
        raise RuntimeError(text) from None


def main() -> None:
    for task in (inspect, inspect_and_tell):
        with ProcessPoolExecutor(1) as executor:
            error = executor.submit(task, "spam").exception()
            print(f"{task.__name__}: {type(error).__name__}")
    print(f"its text: {error}")


if __name__ == "__main__":
    main()
