"""Global names that main sets: only forked workers have what it set."""

from concurrent.futures import ProcessPoolExecutor

limits: dict[str, int] = {}
vowels: str


def look_up(name: str) -> int:
    return limits[name]


def begins_with_vowel(name: str) -> bool:
    return name[0] in vowels


def main() -> None:
    global vowels
    limits["area"] = 10
    vowels = "aeiou"
    with ProcessPoolExecutor(max_workers=2) as executor:
        for function in (look_up, begins_with_vowel):
            future = executor.submit(function, "area")
            if error := future.exception():
                print(f"{type(error).__name__}: {error}")
            else:
                print(f"{function.__name__} returned {future.result()}")


if __name__ == "__main__":
    main()
