"""A process is killed while it waits: `notify_all()` waits for it for ever."""
# Expected: still running after 2 s.

import multiprocessing
from multiprocessing.synchronize import Condition, Event


def wait(news: Condition, here: Event) -> None:
    with news:
        here.set()
        news.wait()


def main() -> None:
    news, here = multiprocessing.Condition(), multiprocessing.Event()
    child = multiprocessing.Process(target=wait, args=(news, here))
    child.start()
    here.wait()
    with news:  # free, so the child is in `wait`
        child.kill()
    child.join()
    print(f"exit code {child.exitcode}")
    with news:
        print("main has the lock")
        news.notify_all()
        print("main has notified all")


if __name__ == "__main__":
    main()
