"""A Process that opens its device in run(): only the port's name is sent."""

import ctypes
import multiprocessing


class Meter(multiprocessing.Process):
    def __init__(self, port: str) -> None:
        super().__init__()
        self.port = port

    def run(self) -> None:
        device = ctypes.c_char_p(self.port.encode())
        print(f"measuring at {device.value!r}")


def main() -> None:
    meter = Meter("COM3")
    meter.start()
    meter.join()


if __name__ == "__main__":
    main()
