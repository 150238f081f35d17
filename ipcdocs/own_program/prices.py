"""Set a global in main that the workers read: this works under fork only."""
# Expected: stderr, exit status 0 or 1.

from concurrent.futures import ProcessPoolExecutor

settings: dict[str, int] = {}


def price(amount: int) -> int:
    return amount * settings["factor"]


def main() -> None:
    settings["factor"] = 3
    with ProcessPoolExecutor(max_workers=1) as executor:
        for total in executor.map(price, [10, 20]):
            print(f"total {total}")


if __name__ == "__main__":
    main()
