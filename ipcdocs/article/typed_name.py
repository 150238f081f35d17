"""A name typed into a message: the function was renamed, the message not."""


def append_number(number: int) -> None:
    print(f"[func] number {number}")


def main() -> None:
    append_number(0)
    print(f"is there a func? {'func' in globals()}")


if __name__ == "__main__":
    main()
