"""A text is taken apart into its letters, and there is no error."""

import multiprocessing


def greet(name: str) -> str:
    return f"hello {name}"


def full_name(first: str, last: str) -> str:
    return f"{first} {last}"


def main() -> None:
    pairs = [("Bo", "Lee"), ("Cy", "Fox")]
    with multiprocessing.Pool(1) as pool:
        print(f"map, a text: {pool.map(greet, 'Ann')}")
        print(f"map, a list: {pool.map(greet, ['Ann'])}")
        print(f"starmap, texts: {pool.starmap(full_name, ['Bo', 'Cy'])}")
        print(f"starmap, pairs: {pool.starmap(full_name, pairs)}")


if __name__ == "__main__":
    main()
