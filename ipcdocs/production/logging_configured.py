"""Each worker configures logging when it starts, and writes for itself."""

import logging
import logging.config
from concurrent.futures import ProcessPoolExecutor

CONFIG = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "screen": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "stream": "ext://sys.stdout",
        }
    },
    "root": {"handlers": ["screen"], "level": "INFO"},
}
logger = logging.getLogger("shop")


def pack(order: int) -> str:
    logger.info("packing order %s", order)
    return f"order {order} packed"


def main() -> None:
    logging.config.dictConfig(CONFIG)
    logger.info("the shop opens")
    with ProcessPoolExecutor(
        1, initializer=logging.config.dictConfig, initargs=(CONFIG,)
    ) as executor:
        print(f"{executor.submit(pack, 7).result()}")


if __name__ == "__main__":
    main()
