"""Main sets up logging: a spawned worker has nothing of it."""
# Expected: stderr.

import logging
from concurrent.futures import ProcessPoolExecutor

logger = logging.getLogger("shop")


def pack(order: int) -> str:
    logger.info("packing order %s", order)
    logger.warning("order %s is heavy", order)
    return f"order {order} packed"


def main() -> None:
    logging.basicConfig(
        level=logging.INFO, format="%(levelname)s %(name)s: %(message)s"
    )
    logger.info("the shop opens")
    with ProcessPoolExecutor(1) as executor:
        print(f"{executor.submit(pack, 7).result()}")


if __name__ == "__main__":
    main()
