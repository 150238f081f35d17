"""A page that has changed is built alone, and the site is the same as one that is built anew."""

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ipcdocs._recording.basics import PACKAGE

DOCS = PACKAGE.parent / "docs"
PAGES = {
    "index": "(index)=\n# Front\n\nSee {ref}`one`.\n\n```{toctree}\none\ntwo\n```\n",
    "one": "(one)=\n# The first\n\nText.\n\n(one-more)=\n## More\n\nText.\n",
    "two": "(two)=\n# The second\n\nSee {ref}`one-more`.\n",
    "three": "(three)=\n# The third\n\nText.\n",
}
# Written by each build alike.
EVERY = {"index", "search", "genindex"}


@pytest.fixture
def project(tmp_path):
    """Writes pages and builds them, with what was read before or into a folder of its own."""
    source = tmp_path / "en"
    source.mkdir()

    def build(pages, anew=False):
        for path in source.iterdir():
            if path.stem not in pages:
                path.unlink()
        for name, text in pages.items():
            path = source / f"{name}.md"
            if not path.exists() or path.read_text("utf-8") != text:
                path.write_text(text, "utf-8")
                os.utime(path, (1, 1))  # as old as a copy that keeps the time of its original
        target = tmp_path / ("anew" if anew else "site")
        options = ["-q", "-n", "-c", DOCS, "-t", "en"]
        folders = ["-d", tmp_path / f"{target.name}-read", source, target]
        command = [sys.executable, "-m", "sphinx", *options, *folders]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return target

    return build


def content(site):
    """What the files say that differ by page, without the folder of static files."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.suffix in (".html", ".md", ".js") and "_static" not in path.parts
    }


def written(site, before):
    """The pages that were written since."""
    pages = {path for path in site.glob("*.html") if path.stat().st_mtime_ns > before}
    return {Path(path).stem for path in pages} - EVERY


def test_a_sentence_has_its_page_written_alone(project):
    site = project(PAGES | {"index": PAGES["index"].replace("two", "two\nthree")})
    before = max(path.stat().st_mtime_ns for path in site.rglob("*"))
    changed = PAGES | {
        "index": PAGES["index"].replace("two", "two\nthree"),
        "two": PAGES["two"].replace("See", "Look at"),
    }
    project(changed)
    assert written(site, before) == {"two"}
    before = max(path.stat().st_mtime_ns for path in site.rglob("*"))
    changed["index"] = changed["index"].replace("See", "Look at")
    project(changed)
    assert written(site, before) == set()
    assert content(site) == content(project(changed, anew=True))


@pytest.mark.parametrize(
    "change",
    [
        {"one": PAGES["one"].replace("The first", "Another")},
        {"one": PAGES["one"].replace("More", "Something else")},
        {"index": PAGES["index"].replace("one\ntwo", "two\none")},
    ],
    ids=["title", "heading", "order"],
)
def test_what_other_pages_show_has_them_written_too(project, change):
    plain = {name: text for name, text in PAGES.items() if name != "three"}
    project(plain)
    site = project(plain | change)
    assert content(site) == content(project(plain | change, anew=True))


def test_nothing_is_left_of_a_page_that_is_no_more(project):
    more = PAGES | {"index": PAGES["index"].replace("two", "two\nthree")}
    assert (project(more) / "three.html").exists()
    plain = {name: text for name, text in PAGES.items() if name != "three"}
    site = project(plain)
    assert content(site) == content(project(plain, anew=True))


@pytest.mark.parametrize(
    ("file", "which"),
    [
        ("docs/en/choose.md", "en"),
        ("docs/zh/choose.md", "zh"),
        ("ipcdocs/choose/by_loop.py", "shown"),
        ("ipcdocs/choose/by_loop.out", "shown"),
        ("ipcdocs/verified.json", "shown"),
        ("ipcdocs/_own/raised.py", "rest"),
        ("ipcdocs/_recording/transcript.py", "rest"),
        ("docs/_extensions/lanes.py", "rest"),
        ("docs/conf.py", "rest"),
        ("docs/terms.md", "rest"),
    ],
)
def test_what_makes_pages_has_all_read_anew(tmp_path, file, which):
    ignored = shutil.ignore_patterns("_build", "__pycache__")
    for name in ("docs", "ipcdocs"):
        shutil.copytree(PACKAGE.parent / name, tmp_path / name, ignore=ignored)
    shutil.copy(PACKAGE.parent / "pyproject.toml", tmp_path)
    stamps = runpy.run_path(str(tmp_path / "docs" / "build.py"))["stamps"]
    before = stamps(None)
    with (tmp_path / file).open("a", encoding="utf-8") as text:
        text.write(" ")
    now = stamps(None)
    assert [name for name in now if now[name] != before[name]] == [which]
