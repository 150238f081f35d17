"""A function defined under the guard: only a forked child has it."""
# Expected: run as a script, stderr.

import multiprocessing

if __name__ == "__main__":

    def greet(name: str) -> None:
        print(f"hello {name}")

    child = multiprocessing.Process(target=greet, args=("world",))
    child.start()
    child.join()
    print(f"exit code {child.exitcode}")
