"""The Pythons of this machine."""

import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache

from .basics import VERSIONS, Version, dotted


@dataclass(frozen=True)
class Python:
    """An interpreter; ``release`` is as in "3.14.2"."""

    release: str
    path: str

    @property
    def version(self) -> Version:
        """As in (3, 14)."""
        major, minor = self.release.split(".")[:2]
        return int(major), int(minor)


RUNNING = Python(platform.python_version(), sys.executable)


@cache
def pythons() -> dict[Version, Python]:
    """The supported Pythons that PATH names, oldest first, and the running one for its version."""
    found = {}
    tell = "import platform, sys; print(platform.python_version(), sys.executable)"
    for version in VERSIONS:
        if version == RUNNING.version:
            found[version] = RUNNING
        elif path := shutil.which(f"python{dotted(version)}"):
            answer = subprocess.run([path, "-c", tell], capture_output=True, text=True)
            release, _, executable = answer.stdout.strip().partition(" ")
            # A shim may stand for a Python that is not there.
            if release.startswith(f"{dotted(version)}."):
                found[version] = Python(release, executable)
    return found
