"""A program's output as it comes: whole lines and halves, each with the process that wrote it."""

from typing import BinaryIO

WIDTH = 11


class Screen:
    """Writes pieces with a gutter: who wrote, ``!`` for standard error, ``┆`` for a later half.

    Bytes go through as they are, so that colours and what moves the cursor in a line do too.
    """

    def __init__(self, out: BinaryIO, encoding: str = "utf-8") -> None:
        self.out, self.encoding = out, encoding
        self.main = 0
        self.open: tuple[int, bool] | None = None
        self.halved: set[tuple[int, bool]] = set()

    def gutter(self, pid: int, stderr: bool, bar: str = "│") -> bytes:
        """What stands before a line."""
        writer = "main" if pid == self.main else f"pid {pid}"
        text = f"{writer:{WIDTH}}{'!' if stderr else ' '}{bar} "
        return text.encode(self.encoding, "backslashreplace")

    def piece(self, pid: int, stderr: bool, data: bytes) -> None:
        """Show what a process has written just now."""
        key = pid, stderr
        shown = b""
        if self.open != key:
            if self.open is not None:
                self.halved.add(self.open)
                shown += b"\n"
            shown += self.gutter(pid, stderr, "┆" if key in self.halved else "│")
            self.halved.discard(key)
        gutter = self.gutter(pid, stderr)
        ended = data.endswith(b"\n")
        body = data[:-1] if ended else data
        if b"\r" in body:  # a line that is written over keeps its gutter
            body = body.replace(b"\r\n", b"\n").replace(b"\r", b"\r" + gutter)
        shown += body.replace(b"\n", b"\n" + gutter)
        self.open = None if ended else key
        self.out.write(shown + (b"\n" if ended else b""))
        self.out.flush()

    def finish(self) -> None:
        """End the last line."""
        if self.open is not None:
            self.open = None
            self.out.write(b"\n")
            self.out.flush()
