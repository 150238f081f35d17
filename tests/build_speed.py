"""What building the site takes beside a bare build of its pages: `nox -s build_speed` prints both.

Bare is Sphinx with furo and MyST, and nothing of ours: the same Markdown, listings and outputs
included by Sphinx itself. A build after an edit of one page is compared with Sphinx's mere start.
All is processor time: ours builds the languages side by side, and the machine may be busy.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).parent.parent
LANGUAGES = ("en", "zh")
ROUNDS = 3

MOST = 1.6
"""Times the processor time of a bare build that ours may take."""

MOST_MORE = 2.0
"""Seconds of processor time more than Sphinx's start that one edited page, or none, may take."""

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


def processor_time() -> float:
    """Seconds of processor time that ended children have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def took(*commands: Sequence[object]) -> float:
    """Seconds of processor time that commands take; what one says is shown if it fails."""
    before = processor_time()
    for command in commands:
        done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True)
        if done.returncode:
            print(done.stdout, done.stderr, f"mend this first: {command}", sep="\n")
            sys.exit(1)
    return processor_time() - before


def main() -> int:
    """Measure and print. Returns 1 if a build took too long."""
    rows: list[tuple[float, ...]] = []
    print(f"{'seconds':12}{'ours':>8}{'bare':>8}{'one page':>12}{'unchanged':>12}{'start':>8}")
    for number in range(ROUNDS):
        with tempfile.TemporaryDirectory(prefix="ipcdocs-speed-") as name:
            folder = Path(name)
            copy = folder / "project"
            shutil.copytree(PROJECT, copy, ignore=shutil.ignore_patterns(".*", "_build", "node_*"))
            (folder / "conf.py").write_text(BARE)
            build = [copy / "docs" / "build.py"]
            options = ["-m", "sphinx", "-q", "-c", name]
            docs = PROJECT / "docs"
            ours = took(build)
            bare = took(*([*options, docs / lang, folder / lang] for lang in LANGUAGES))
            page = copy / "docs" / "en" / "processes" / "threads.md"
            page.write_text(page.read_text("utf-8") + "\nA sentence more.\n", "utf-8")
            one = took(build)
            unchanged = took(build)
            start = took(["-m", "sphinx", "--version"])
        rows.append((ours, bare, one, unchanged, start))
        line = f"{ours:8.2f}{bare:8.2f}{one:12.2f}{unchanged:12.2f}{start:8.2f}"
        print(f"round {number + 1:<6}{line}", flush=True)
    medians = [median(column) for column in zip(*rows, strict=True)]
    ratio = medians[0] / medians[1]
    one, unchanged = (seconds - medians[4] for seconds in medians[2:4])
    print("{:12}{:8.2f}{:8.2f}{:12.2f}{:12.2f}{:8.2f}".format("median", *medians))
    print(
        f"{ratio:.2f} times a bare build, of {MOST}; of {MOST_MORE} s more, {one:.2f} after an "
        f"edit of one page, {unchanged:.2f} without a change"
    )
    return 1 if ratio > MOST or max(one, unchanged) > MOST_MORE else 0


if __name__ == "__main__":
    sys.exit(main())
