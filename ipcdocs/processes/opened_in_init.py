"""A Process that opens its device in __init__: it has to be sent then."""
# Expected: stderr, exit status 0 or 1.

import ctypes
import multiprocessing


class Meter(multiprocessing.Process):
    def __init__(self, port: str) -> None:
        super().__init__()
        self.device = ctypes.c_char_p(port.encode())

    def run(self) -> None:
        print(f"measuring at {self.device.value!r}")


def main() -> None:
    meter = Meter("COM3")
    meter.start()
    meter.join()


if __name__ == "__main__":
    main()
