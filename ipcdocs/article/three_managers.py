"""Three managers for one dict, and `with` closes the one that has nothing."""

import multiprocessing


def running() -> list[str]:
    return sorted(p.name for p in multiprocessing.active_children())


def main() -> None:
    with multiprocessing.Manager():
        ports = multiprocessing.Manager().dict(mongo=27017)
        names = multiprocessing.Manager().list(["mongo"])
        print(f"inside with: {running()}")
    print(f"after with: {running()}")
    print(f"still served: {ports} {names}")


if __name__ == "__main__":
    main()
