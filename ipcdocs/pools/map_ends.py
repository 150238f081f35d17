"""The results of map() end at the first error; futures give all of them."""

from concurrent.futures import ProcessPoolExecutor


def main() -> None:
    words = ["1", "two", "3"]
    with ProcessPoolExecutor(2) as executor:
        results = executor.map(int, words)
        try:
            for result in results:
                print(f"map: {result}")
        except ValueError as error:
            print(f"map: {error}")
        print(f"map: then {next(results, None)}")
        for future in [executor.submit(int, word) for word in words]:
            try:
                print(f"submit: {future.result()}")
            except ValueError as error:
                print(f"submit: {error}")


if __name__ == "__main__":
    main()
