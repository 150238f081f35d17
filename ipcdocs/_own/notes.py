"""What the processes of a reader's program have noted on the way: ``startup/notes.py`` writes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Notes:
    """The notes of one run, in the order in which they were written."""

    every: list[dict[str, Any]] = field(default_factory=list)

    def read(self, folder: Path) -> None:
        """Read what is in the run's folder; what cannot be read is passed over."""
        try:
            lines = (folder / "notes").read_text("utf-8", "replace").splitlines()
        except OSError:
            return
        for line in lines:
            try:
                self.every.append(json.loads(line))
            except ValueError:
                continue

    def of(self, kind: str) -> Iterator[dict[str, Any]]:
        """The notes of one kind."""
        return (each for each in self.every if each["kind"] == kind)

    @property
    def pids(self) -> list[int]:
        """The pids of the Python processes, in the order in which they began."""
        return list(dict.fromkeys(each["pid"] for each in self.of("process")))

    @property
    def files(self) -> list[Path]:
        """The files and folders that were made and are still there, without what is in them."""
        made = sorted({Path(each["path"]) for each in self.of("file")})
        there = [path for path in made if path.is_symlink() or path.exists()]
        return [path for path in there if not set(path.parents) & set(there)]
