"""An idea."""


def main() -> None:
    multiprocessing.set_start_method("fork")


if __name__ == "__main__":
    main()
# topic.own_method, line 5: the runner chooses the start method
