"""A name typed into a message: the function was renamed, the message not."""


def append_number(number: int) -> None:
    print(f"[func] number {number}")


def main() -> None:
    append_number(0)
    names = [name for name in ("func", "append_number") if name in globals()]
    print(f"functions of this program: {names}")


if __name__ == "__main__":
    main()
