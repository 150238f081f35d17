"""An idea."""


def main() -> None:
    print("done", 1)


if __name__ == "__main__":
    main()
# topic.two_arguments, line 5: print one f-string
