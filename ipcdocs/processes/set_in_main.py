"""Global names that main sets: only forked workers have what it set."""

from concurrent.futures import ProcessPoolExecutor

limits: dict[str, int] = {}
vowels: str


def read_limit() -> int:
    return limits["area"]


def read_vowels() -> str:
    return vowels


def main() -> None:
    global vowels
    limits["area"] = 10
    vowels = "aeiou"
    with ProcessPoolExecutor(max_workers=2) as executor:
        for function in (read_limit, read_vowels):
            future = executor.submit(function)
            if error := future.exception():
                print(f"{type(error).__name__}: {error}")
            else:
                print(f"{function.__name__} returned {future.result()}")


if __name__ == "__main__":
    main()
