"""Each worker loads the model once, and its tasks find it in a global."""

from concurrent.futures import ProcessPoolExecutor

model: dict[str, int]


def load(path: str) -> None:
    global model
    print(f"loading {path}")
    model = {"spam": 3, "eggs": 2}


def rate(word: str) -> int:
    return model[word]


def main() -> None:
    with ProcessPoolExecutor(
        1, initializer=load, initargs=("model.bin",)
    ) as executor:
        rates = list(executor.map(rate, ["spam", "eggs", "spam"]))
        failed = executor.submit(rate, "ham").exception()
        again = executor.submit(rate, "eggs").result()
    print(f"rates: {rates}, then {failed!r}, then {again}")


if __name__ == "__main__":
    main()
