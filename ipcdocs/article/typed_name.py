"""A name typed into a message: the function was renamed, the message not."""


def append(number: int) -> None:
    print(f"[func] number {number}")


def main() -> None:
    append(0)
    print(f"is there a func? {'func' in globals()}")


if __name__ == "__main__":
    main()
