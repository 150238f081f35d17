def main() -> None:
    print("done")


if __name__ == "__main__":
    main()
# topic.no_docstring needs a docstring of one line that says what it shows
