"""An idea."""


def main() -> None:
    print("done, but on a line that is much too wide for the page that is to show it")


if __name__ == "__main__":
    main()
# topic.too_wide, line 5 has 86 columns: 79 at most
