"""The function without brackets, and its arguments apart from it."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def square(number: int) -> int:
    return number * number


def area(width: int, height: int) -> int:
    return width * height


def greet(name: str) -> None:
    print(f"hello {name}")


def main() -> None:
    sizes = [(3, 4), (5, 6)]
    with ProcessPoolExecutor(2) as executor:
        print(f"submit, one argument: {executor.submit(square, 3).result()}")
        print(f"submit, two: {executor.submit(area, 3, 4).result()}")
        named = executor.submit(area, height=4, width=3)
        print(f"submit, by name: {named.result()}")
        print(f"map, one: {list(executor.map(square, [3, 5]))}")
        print(f"map, two: {list(executor.map(area, [3, 5], [4, 6]))}")
        pairs = executor.map(area, *zip(*sizes, strict=True))
        print(f"map, pairs: {list(pairs)}")
    with multiprocessing.Pool(2) as pool:
        print(f"apply_async, one: {pool.apply_async(square, (3,)).get()}")
        print(f"apply_async, two: {pool.apply_async(area, (3, 4)).get()}")
        print(f"Pool.map, one: {pool.map(square, [3, 5])}")
        print(f"starmap, pairs: {pool.starmap(area, sizes)}")
    child = multiprocessing.Process(target=greet, args=("Ann",))
    child.start()
    child.join()


if __name__ == "__main__":
    main()
