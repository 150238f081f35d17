"""A name typed into a message: the function was renamed, the message not."""


def append_number(number: int) -> None:
    print(f"[func] number {number}")


def main() -> None:
    append_number(0)
    for name in ("func", "append_number"):
        print(f"is there a function {name}? {name in globals()}")


if __name__ == "__main__":
    main()
