"""Two wait for one loaf: after `wait` both take it, after `wait_for` one."""

import multiprocessing
from ctypes import Structure, c_bool, c_long
from multiprocessing.queues import SimpleQueue
from multiprocessing.sharedctypes import RawValue
from multiprocessing.synchronize import Condition


class Shop(Structure):
    _fields_ = (("loaves", c_long), ("closed", c_bool))


def by_wait(shop: Shop, news: Condition, here: "SimpleQueue[str]") -> None:
    with news:
        here.put("has the lock until it waits")
        news.wait()
        shop.loaves -= 1


def by_wait_for(shop: Shop, news: Condition, here: "SimpleQueue[str]") -> None:
    with news:
        here.put("has the lock until it waits")
        news.wait_for(lambda: shop.loaves or shop.closed)
        if shop.loaves:
            shop.loaves -= 1


def main() -> None:
    for buy in (by_wait, by_wait_for):
        shop = RawValue(Shop)
        news = multiprocessing.Condition()
        here: SimpleQueue[str] = multiprocessing.SimpleQueue()
        buyers = [
            multiprocessing.Process(target=buy, args=(shop, news, here))
            for _ in range(2)
        ]
        for buyer in buyers:
            buyer.start()
        for _ in buyers:
            here.get()
        with news:  # so both wait
            shop.loaves, shop.closed = 1, True
            news.notify_all()
        for buyer in buyers:
            buyer.join()
        print(f"{buy.__name__}: loaves left: {shop.loaves}")


if __name__ == "__main__":
    main()
