"""A dict of the module is filled in main: only workers of fork see that."""
# Expected: stderr, exit status 0 or 1.

from concurrent.futures import ProcessPoolExecutor

prices: dict[str, int] = {}


def price(name: str) -> int:
    return prices[name]


def main() -> None:
    prices["spam"] = 3
    with ProcessPoolExecutor(1) as executor:
        print(f"price: {executor.submit(price, 'spam').result()}")


if __name__ == "__main__":
    main()
