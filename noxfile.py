#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.11"
# dependencies = ["nox>=2026.10"]
# ///
"""What there is to do here; `nox -l` lists it, and plain `nox` runs what is marked with a star."""

import os
import shutil
import sys
import tempfile

import nox

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
LANGUAGES = ("en", "zh")
# What depends little on the Python is tested on the oldest and the newest: the site, whether
# faults are noticed, the commands. What does not, on one: words, what is renewed, what is noted.
TWICE = (
    "site",
    "found",
    "pictures",
    "drift",
    "faults",
    "commands",
    "compare",
    "explain",
    "keeper",
    "run_own",
    "sessions",
    "stops",
)
ONCE = ("pages", "told", "renewed", "stress", "verified")

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

RUNNING = f"{sys.version_info.major}.{sys.version_info.minor}"

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
# Missing Pythons are named and passed over, on CI too, but not all of them, nor one asked for.
FOUND = [each for each in PYTHONS if each == RUNNING or shutil.which(f"python{each}")]
ASKED = any(each.startswith("tests-") for each in sys.argv)
nox.options.error_on_missing_interpreters = ASKED or not FOUND

# A shell's PYTHONPATH, PYTHONWARNINGS and the like must not change what a session does.
for variable in [name for name in os.environ if name.startswith("PYTHON")]:
    del os.environ[variable]


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Re-run every output that the site shows, on each Python found (-- arguments for pytest)."""
    session.install("-r", "requirements/tests.txt")
    left_out: tuple[str, ...] = () if session.python in FOUND[:1] else ONCE
    left_out += () if session.python in FOUND[:1] + FOUND[-1:] else TWICE
    arguments = session.posargs or [f"--ignore=tests/test_{name}.py" for name in left_out]
    session.run("python", "-m", "pytest", "-n", "auto", "--dist", "loadgroup", *arguments)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site in both languages (-- FOLDER, if not docs/_build/html)."""
    session.install("-r", "requirements/docs.txt")
    session.run("python", "docs/build.py", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types, spelling, and the spacing and punctuation of Chinese."""
    session.install("-r", "requirements/lint.txt")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("codespell")
    session.run("python", "-m", "doctest", "tests/typography.py")
    session.run("python", "-m", "tests.typography")


@nox.session(python=False, default=False)
def record(session: nox.Session) -> None:
    """Write anew what the examples print, on all Pythons found (-- NAMES of examples)."""
    session.run(sys.executable, "-m", "ipcdocs", "record", *session.posargs)


@nox.session(python=False, default=False)
def verify(session: nox.Session) -> None:
    """Check all on every Python found, and note it for the site (-- --changed for less)."""
    session.run(sys.executable, "-m", "ipcdocs", "verify", *session.posargs)


@nox.session(python=False, default=False)
def drift(session: nox.Session) -> None:
    """Make faults on purpose, and see that each is noticed (-- --help for less of them)."""
    session.run(sys.executable, "-m", "tests.drift", *session.posargs)


@nox.session(python=False, default=False)
def stress(session: nox.Session) -> None:
    """Check all 200 times on a busy machine (-- 20 for fewer times, then NAMES of examples)."""
    session.run(sys.executable, "-m", "tests.stress", *session.posargs)


@nox.session(python=False, default=False)
def speed(session: nox.Session) -> None:
    """Measure what the checks take beside the programs that they run."""
    session.run(sys.executable, "-m", "tests.speed", *session.posargs)


@nox.session(default=False)
def browser(session: nox.Session) -> None:
    """Measure the built site in a browser (-- arguments for pytest, as -k lighthouse)."""
    names = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else CHROMIUMS
    chromium = next(filter(None, map(shutil.which, names)), None)
    missing = [name for name in ("node", "npm", "java") if not shutil.which(name)]
    if chromium is None or missing:
        missing[:0] = [] if chromium else [" or ".join(names)]
        session.error(
            f"not found: {', '.join(missing)}, and nothing is measured without them. Debian, "
            "Ubuntu: apt install chromium nodejs npm default-jre-headless. macOS: brew install "
            "--cask chromium, and brew install node openjdk. CHROMIUM may name another browser"
        )
    session.install("-r", "requirements/browser.txt")
    with session.chdir("tests/browser"):
        session.run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", external=True)
    # What is temporary is in one folder, which goes whatever happens.
    with tempfile.TemporaryDirectory(prefix="ipcdocs-browser-") as folder:
        spread = ["-n", "2", "--dist", "loadgroup", "--no-loadscope-reorder"]
        arguments = ["tests/browser", *spread, *session.posargs]
        environment = {"CHROMIUM": chromium, "TMPDIR": folder}
        session.run("python", "-m", "pytest", *arguments, env=environment)


@nox.session(default=False)
def build_speed(session: nox.Session) -> None:
    """Measure what building the site takes beside a bare build of the same pages."""
    session.install("-r", "requirements/docs.txt")
    session.run("python", "-m", "tests.build_speed", *session.posargs)


@nox.session(default=False)
def links(session: nox.Session) -> None:
    """Ask for every address that the pages link to; dead ones are named."""
    session.install("-r", "requirements/docs.txt")
    options = ["-q", "-b", "linkcheck", "-c", "docs", "-D", "linkcheck_retries=3"]
    dead = []
    for language in LANGUAGES:
        folders = [f"docs/{language}", f"docs/_build/links/{language}"]
        try:
            session.run("python", "-m", "sphinx", *options, "-t", language, *folders)
        except nox.command.CommandFailed:
            dead.append(language)
    if dead:
        session.error(f"dead links, named above, in {' and '.join(dead)}")


@nox.session(default=False)
def live(session: nox.Session) -> None:
    """Show the site in one language, rebuilt as you type (-- zh for Chinese)."""
    session.install("-r", "requirements/live.txt")
    language = "".join(session.posargs) or "en"
    if language not in LANGUAGES:
        session.error(f"no such language: {language}; there are {' and '.join(LANGUAGES)}")
    watched = ["--watch", "docs", "--watch", "ipcdocs"]
    ignored = ["--ignore", "*.mo", "--ignore", "*.pyc", "--ignore", "*/docs/_build/*"]
    options = ["-n", "-c", "docs", "-t", language, "-d", f"docs/_build/live/doctrees/{language}"]
    folders = [f"docs/{language}", f"docs/_build/live/{language}"]
    session.run("sphinx-autobuild", *watched, *ignored, *options, *folders)


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """Pin requirements/*.txt anew (-- --upgrade for the newest versions)."""
    session.install("-r", "requirements/lock.txt")
    # One version of each package for every Python, so that everybody builds the same site.
    options = ["--universal", "--python-version", "3.11", "--fork-strategy", "fewest"]
    options += ["--generate-hashes", "--no-annotate", "--custom-compile-command", "nox -s lock"]
    for group in PROJECT["dependency-groups"]:
        same = [] if group == "docs" else ["--constraints", "requirements/docs.txt"]
        files = [*same, "--group", group, "--output-file", f"requirements/{group}.txt"]
        session.run("uv", "pip", "compile", "--quiet", *options, *files, *session.posargs)


if __name__ == "__main__":
    nox.main()
