"""Global names that each worker of an executor sets as it starts."""

from concurrent.futures import ProcessPoolExecutor

limits: dict[str, int] = {}
vowels: str


def receive(given_limits: dict[str, int], given_vowels: str) -> None:
    global vowels
    limits.update(given_limits)
    vowels = given_vowels


def read_limit() -> int:
    return limits["area"]


def read_vowels() -> str:
    return vowels


def main() -> None:
    with ProcessPoolExecutor(
        max_workers=2, initializer=receive, initargs=({"area": 10}, "aeiou")
    ) as executor:
        for function in (read_limit, read_vowels):
            future = executor.submit(function)
            print(f"{function.__name__} returned {future.result()}")


if __name__ == "__main__":
    main()
