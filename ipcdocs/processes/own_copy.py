"""A child works on a copy: what it appends, its parent never sees."""

import multiprocessing

names = ["Ann"]


def add(name):
    names.append(name)
    print(f"child: {names}")


def main():
    names.append("Bob")
    child = multiprocessing.Process(target=add, args=("Cy",))
    child.start()
    child.join()
    print(f"main: {names}")


if __name__ == "__main__":
    main()
