"""An idea."""


def main() -> None:
    print("done")


if __name__ == "__main__":
    main()
# topic.queue hides the standard queue from scripts beside it: rename it
