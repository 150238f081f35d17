"""What the processes of a run print, as the kernel hands it over: each piece with its writer.

Linux only: standard output and error are datagram sockets (``SO_PASSCRED`` in unix(7)), so that
a piece arrives whole, with its writer's pid, and the pieces of both streams in the order in which
they were written.
"""

import asyncio
import socket
import struct
from collections.abc import Callable
from pathlib import Path

from .runs import Run, Said

MOST = 1_000_000
"""Bytes that a run may print."""
LONGEST = 1 << 20
"""Bytes that one writing is to be allowed to have; the kernel mostly allows less."""


class Ear:
    """Hears what the processes of a run print, and joins pieces to lines.

    ``tell`` gets the run and each line, ``piece`` a pid, whether it is standard error, and bytes
    as soon as they come. With ``most``, a run that prints more bytes is to be stopped. Without
    ``keep`` there are no lines.
    """

    def __init__(
        self,
        run: Run,
        tell: Callable[[Run, Said], None],
        piece: Callable[[int, bool, bytes], None] | None = None,
        most: int | None = MOST,
        keep: bool = True,
    ) -> None:
        self.run, self.tell, self.piece, self.most, self.keep = run, tell, piece, most, keep
        self.stop = asyncio.Event()
        self.error: Exception | None = None
        self.heard = 0
        self.rest: dict[tuple[int, bool], tuple[bytes, int]] = {}
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self.socket.bind("")
        self.socket.setblocking(False)
        self.mouths = [socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) for _ in range(2)]
        for mouth in self.mouths:
            mouth.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, LONGEST)
            mouth.bind("")
            mouth.connect(self.socket.getsockname())
        # The kernel takes nothing longer than that, so nothing is cut off.
        longest = max(m.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) for m in self.mouths)
        self.buffer = memoryview(bytearray(longest))
        descriptors = [Path(f"/proc/self/fd/{mouth.fileno()}") for mouth in self.mouths]
        run.mouths = {str(descriptor.readlink()) for descriptor in descriptors}
        self.to_stderr = self.mouths[1].getsockname()

    def hear(self) -> None:
        """Take in everything that has been written until now, or as much as is allowed."""
        while not self.stop.is_set():
            try:
                room = socket.CMSG_SPACE(12)
                size, more, _, sender = self.socket.recvmsg_into([self.buffer], room)
            except BlockingIOError:
                return
            pid = struct.unpack("3i", more[0][2])[0]
            data = bytes(self.buffer[:size])
            self.heard += size
            if self.most is not None and self.heard > self.most:
                self.stop.set()
                return
            self.run.writers.setdefault(pid)
            self.take(pid, sender == self.to_stderr, data)

    def take(self, pid: int, stderr: bool, data: bytes) -> None:
        """Pass on a piece, and the lines that it ends."""
        if self.piece:
            try:
                self.piece(pid, stderr, data)
            except Exception as error:  # it would be lost in the event loop
                self.error = self.error or error
                self.stop.set()
        if not self.keep:
            return
        key = pid, stderr
        begun, _ = self.rest.pop(key, (b"", 0))
        *lines, rest = (begun + data).split(b"\n")
        for line in lines:
            self.add(key, line.decode("utf-8", "backslashreplace"), len(self.run.said))
        self.rest[key] = rest, len(self.run.said)

    def add(self, key: tuple[int, bool], text: str, place: int) -> None:
        """Put a line into its place, and tell it."""
        said = Said(*key, text)
        self.run.said.insert(place, said)
        try:
            self.tell(self.run, said)
        except Exception as error:
            self.error = self.error or error
            self.stop.set()

    def close(self, last_words: bool) -> None:
        """Hear what is left, if that is wanted, then let go."""
        if last_words:
            self.hear()
        unfinished = [(key, *rest) for key, rest in self.rest.items() if rest[0]]
        for before, (key, rest, place) in enumerate(unfinished):
            text = rest.decode("utf-8", "backslashreplace") + "⟨no newline⟩"
            self.add(key, text, place + before)
        for each in (self.socket, *self.mouths):
            each.close()
