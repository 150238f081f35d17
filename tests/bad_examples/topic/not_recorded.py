"""An idea."""


def main() -> None:
    print("done")


if __name__ == "__main__":
    main()
# topic.not_recorded has no recording for fork on (3, 11): record it
