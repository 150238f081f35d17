"""Each task loads the model again."""

from concurrent.futures import ProcessPoolExecutor


def load(path: str) -> dict[str, int]:
    print(f"loading {path}")
    return {"spam": 3, "eggs": 2}


def rate(word: str) -> int:
    model = load("model.bin")
    return model[word]


def main() -> None:
    with ProcessPoolExecutor(1) as executor:
        rates = list(executor.map(rate, ["spam", "eggs", "spam"]))
    print(f"rates: {rates}")


if __name__ == "__main__":
    main()
