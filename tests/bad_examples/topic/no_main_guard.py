"""An idea."""


def main() -> None:
    print("done")


main()
# topic.no_main_guard does not end with: if __name__ == '__main__': main()
