"""What has been verified: each example on each Python under each start method, and when."""

import datetime
import hashlib
import json
import platform
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from .basics import PACKAGE, VERSIONS, Misuse, dotted
from .check import Job
from .examples import Example, examples
from .pythons import Python
from .record import write

FILE = PACKAGE / "verified.json"
DO = "nox -s verify"


@dataclass(frozen=True)
class Holds:
    """On ``date`` an example of this ``digest`` printed what these recordings hold.

    ``under`` has the name of the recording for each start method.
    """

    digest: str
    date: str
    under: dict[str, str]


@dataclass(frozen=True)
class Verified:
    """What one Python, as "3.14.2", has verified, by example, with this ``machinery``."""

    release: str
    platform: str
    machinery: str
    examples: dict[str, Holds] = field(default_factory=dict)


def digest_of(paths: Iterable[Path]) -> str:
    """A short digest of the names and bytes of files; line ends count."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        content = path.read_bytes()
        whole.update(f"{path.relative_to(PACKAGE).as_posix()} {len(content)}\n".encode() + content)
    return whole.hexdigest()[:16]


def digest(example: Example) -> str:
    """A digest of an example, its recordings, and the other examples that it needs."""
    recordings = [variant.path for variant in example.variants()]
    return digest_of([example.path, *recordings, *example.needed])


def machinery() -> str:
    """A digest of the code that can affect every check: what runs and compares, and packages."""
    folders = [path for path in PACKAGE.rglob("__init__.py") if path.parent.name[0] != "_"]
    return digest_of([*folders, *PACKAGE.joinpath("_recording").rglob("*.py")])


def state() -> dict[str, str]:
    """The digests of all examples by name, and of the machinery, whose name is empty."""
    return {"": machinery(), **{name: digest(each) for name, each in examples().items()}}


def here() -> str:
    """This platform, as in "Linux 6.12 x86_64, glibc 2.36"."""
    release = ".".join(platform.release().split(".")[:2])
    libc = " ".join(platform.libc_ver())
    return f"{platform.system()} {release} {platform.machine()}, {libc}".rstrip(", ")


def load(path: Path = FILE) -> list[Verified]:
    """What is in the file, oldest Python first; nothing if there is no file.

    Raises:
        Misuse: the file is not what ``save`` writes.
    """
    try:
        runs = [
            Verified(**run | {"examples": {n: Holds(**h) for n, h in run["examples"].items()}})
            for run in json.loads(path.read_text("utf-8"))["runs"]
        ]
        return sorted(runs, key=lambda run: [int(part) for part in version_of(run).split(".")])
    except FileNotFoundError:
        return []
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise Misuse(
            f"{path.name} cannot be read ({error!r}): remove it, then run '{DO}'"
        ) from None


def version_of(run: Verified) -> str:
    """As in "3.14"."""
    return run.release.rpartition(".")[0]


def save(
    before: Sequence[Verified], jobs: Sequence[Job], began: Mapping[str, str], path: Path = FILE
) -> list[str]:
    """Write what has been verified just now; what else still holds is kept.

    Args:
        before: what was verified before.
        jobs: checks that have just passed.
        began: the state before them.
        path: the file.

    Returns:
        the names of what has changed since they began: that is not noted.

    Raises:
        Misuse: the file cannot be written.
    """
    today = datetime.date.today().isoformat()
    now = state()
    changed = sorted(name for name, was in began.items() if was != now.get(name))
    passed: dict[Python, dict[Example, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for job in jobs:
        recording = job.method and job.example.recording(job.method, job.python.version)
        if job.method and recording and not {"", job.example.name} & set(changed):
            passed[job.python][job.example][job.method] = recording.name
    runs = {version_of(run): run for run in before}
    for python, held in passed.items():
        old = runs.get(dotted(python.version))
        same = old and (old.platform, old.machinery) == (here(), now[""])
        kept = old.examples if old and same and old.release == python.release else {}
        new = {e.name: Holds(began[e.name], today, under) for e, under in held.items()}
        runs[dotted(python.version)] = Verified(python.release, here(), began[""], {**kept, **new})
    current = []
    for version in map(dotted, VERSIONS):
        if run := runs.get(version):
            names = sorted(n for n, held in run.examples.items() if held.digest == now.get(n))
            kept = {name: run.examples[name] for name in names}
            current.append(Verified(run.release, run.platform, run.machinery, kept))
    text = json.dumps({"command": DO, "runs": [asdict(run) for run in current]}, indent=1)
    one_line_each = re.sub(r"\n(?: {5,}|    (?=}))", " ", text)
    write({path: one_line_each + "\n"})
    return changed


def unsettled(before: Sequence[Verified], jobs: Sequence[Job]) -> list[Job]:
    """The jobs of which something has changed that could affect them since they were verified."""
    now = state()
    settled = {
        (run.release, name)
        for run in before
        if (run.platform, run.machinery) == (here(), now[""])
        for name, held in run.examples.items()
        if held.digest == now.get(name)
    }
    return [job for job in jobs if (job.python.release, job.example.name) not in settled]


def outdated(before: Sequence[Verified]) -> Iterator[str]:
    """What has changed since it was verified, or never was."""
    every = examples()
    if not before:
        yield f"nothing has been verified: {DO}"
    for run in before:
        for name in sorted(run.examples.keys() - every.keys()):
            yield f"{name} was verified on {run.release}, and is no more: {DO}"
    for example in every.values():
        now = digest(example)
        held = {
            run.release: run.examples[example.name]
            for run in before
            if example.name in run.examples
        }
        if changed := [release for release, one in held.items() if one.digest != now]:
            yield f"{example.name} has changed since it was verified on {', '.join(changed)}: {DO}"
        elif before and not held:
            yield f"{example.name} has never been verified: {DO}"
