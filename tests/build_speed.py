"""What building the site takes beside a bare build of its pages: `nox -s build_speed` prints both.

Bare is Sphinx with furo and MyST, and nothing of ours: the same Markdown, listings and outputs
included by Sphinx itself. A build without changes is compared with Sphinx's mere start.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

DOCS = Path(__file__).parent.parent / "docs"
LANGUAGES = ("en", "zh")
ROUNDS = 5

MOST = 1.6
"""Times a bare build that ours may take."""

MOST_UNCHANGED = 2.0
"""Seconds more than Sphinx's start that a build without changes may take."""

BARE = """
from docutils.parsers.rst import Directive
from sphinx.directives.code import LiteralInclude

extensions = ["myst_parser", "sphinx.ext.extlinks"]
extlinks = {"cpython": ("https://github.com/python/cpython/issues/%s", "cpython#%s")}
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
html_theme = "furo"


class Nothing(Directive):
    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self):
        return []


def setup(app):
    LiteralInclude.option_spec["opens"] = str
    for ours in ("error-text", "error-told", "memory", "verified"):
        app.add_directive(ours, Nothing)
"""


def took(*commands: Sequence[object]) -> float:
    """Seconds that commands take, one after the other; what one says is shown if it fails."""
    started = time.perf_counter()
    for command in commands:
        done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True)
        if done.returncode:
            print(done.stdout, done.stderr, f"mend this first: {command}", sep="\n")
            sys.exit(1)
    return time.perf_counter() - started


def main() -> int:
    """Measure and print. Returns 1 if a build took too long."""
    ours: list[float] = []
    bare: list[float] = []
    unchanged: list[float] = []
    start: list[float] = []
    print(f"{'seconds':12}{'ours':>8}{'bare':>8}{'unchanged':>12}{'start':>8}")
    for number in range(ROUNDS):
        with tempfile.TemporaryDirectory(prefix="ipcdocs-speed-") as name:
            folder = Path(name)
            (folder / "conf.py").write_text(BARE)
            build = [DOCS / "build.py", folder / "ours"]
            options = ["-m", "sphinx", "-q", "-c", name]
            ours.append(took(build))
            bare.append(took(*([*options, DOCS / lang, folder / lang] for lang in LANGUAGES)))
            unchanged.append(took(build))
            start.append(took(["-m", "sphinx", "--version"]))
        line = f"{ours[-1]:8.2f}{bare[-1]:8.2f}{unchanged[-1]:12.2f}{start[-1]:8.2f}"
        print(f"round {number + 1:<6}{line}", flush=True)
    medians = [median(each) for each in (ours, bare, unchanged, start)]
    ratio, more = medians[0] / medians[1], medians[2] - medians[3]
    print("{:12}{:8.2f}{:8.2f}{:12.2f}{:8.2f}".format("median", *medians))
    print(f"{ratio:.2f} times a bare build, of {MOST}; {more:.2f} s more, of {MOST_UNCHANGED}")
    return 1 if ratio > MOST or more > MOST_UNCHANGED else 0


if __name__ == "__main__":
    sys.exit(main())
