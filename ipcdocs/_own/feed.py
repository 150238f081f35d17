"""One standard input for several runs: each gets from its beginning what the reader's has."""

import os
import select
import stat
import sys
import threading
from pathlib import Path


class Feed:
    """The reader's standard input, to be read once for each run.

    A file is read from the same place again. What comes through a pipe or from the terminal is
    kept, and handed on as it comes: nobody waits for an end that may never come.
    """

    def __init__(self) -> None:
        self.data = bytearray()
        self.eof = sys.stdin is None
        self.over = threading.Event()
        self.thread: threading.Thread | None = None
        self.ends: tuple[int, int] | None = None
        self.start = None
        if not self.eof and stat.S_ISREG(os.fstat(0).st_mode):
            self.start = os.lseek(0, 0, os.SEEK_CUR)

    def open(self) -> Path | int:
        """What the next run gets."""
        if self.start is not None:
            os.lseek(0, self.start, os.SEEK_SET)
            return 0
        if self.eof and not self.data:
            return Path(os.devnull)
        self.ends = os.pipe()
        return self.ends[0]

    def begin(self) -> None:
        """The run is there: hand on."""
        if self.ends:
            reading, writing = self.ends
            self.ends = None
            os.close(reading)
            self.over.clear()
            self.thread = threading.Thread(target=self.pump, args=(writing,), daemon=True)
            self.thread.start()

    def pump(self, writing: int) -> None:
        """Write what there is, then what comes, until the run is over."""
        place = 0
        try:
            while not self.over.is_set():
                if place < len(self.data):
                    place += os.write(writing, bytes(self.data[place : place + 65536]))
                elif self.eof:
                    break
                elif select.select([0], [], [], 0.05)[0]:
                    new = os.read(0, 65536)
                    self.data += new
                    self.eof = not new
        except OSError:  # whoever read it has gone
            pass
        finally:
            os.close(writing)

    def end(self) -> None:
        """The run is over."""
        self.over.set()
        if self.thread:
            self.thread.join()
            self.thread = None
        for each in self.ends or ():
            os.close(each)
        self.ends = None
