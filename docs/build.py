"""Build the site in both languages: `python docs/build.py [FOLDER]`, with docs' requirements."""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import distributions
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

DOCS = Path(__file__).parent.resolve()
SITE = DOCS / "_build" / "html"
DOCTREES = DOCS / "_build" / "doctrees"
LANGUAGES = tomllib.loads((DOCS / "languages.toml").read_text("utf-8"))

# What stands beside the languages' folders; the second row needs to know the site's address.
ROOT = ("index.html", "404.html", "llms.txt")
ADDRESSED = ("sitemap.xml", "robots.txt")


def address(text: str) -> str:
    """Check an address, and let it end with a slash. Raises ``ArgumentTypeError``."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise argparse.ArgumentTypeError(f"not an address: {text!r}; give https://host/path/")
    return text.rstrip("/") + "/"


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="build.py", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=SITE, metavar="FOLDER")
    known = os.environ.get("READTHEDOCS_CANONICAL_URL") or None
    help = "where the site will be, for canonical links and the sitemap"
    parser.add_argument("--address", type=address, default=known, metavar="URL", help=help)
    return parser.parse_args()


def concerned(path: Path) -> str:
    """Name what a file is part of: a language's pages, what both show, or the rest."""
    parts = path.relative_to(DOCS.parent).parts
    if any(part.startswith("_") for part in parts):  # pages are made by that, or with it
        return "rest"
    if parts[0] == "ipcdocs":
        return "shown"
    return next((language for language in LANGUAGES if parts[1:2] == (language,)), "rest")


def stamps(at: str | None) -> dict[str, str]:
    """Sum up all that a build depends on.

    Each language's pages by its name, what both show as "shown", and everything else as "rest".
    """
    files = sorted(
        path
        for folder in (DOCS, DOCS.parent / "ipcdocs")
        for path in folder.rglob("*")
        if path.is_file() and not {"_build", "__pycache__"}.intersection(path.parts)
    )
    packages = sorted(f"{d.name} {d.version}" for d in distributions())
    found = {name: hashlib.sha256() for name in (*LANGUAGES, "shown", "rest")}
    found["rest"].update(repr((at, sys.version, packages)).encode())
    for path in (DOCS.parent / "pyproject.toml", *files):
        if path.suffix != ".mo":  # Sphinx compiles them
            digest = found[concerned(path)]
            digest.update(f"{path.relative_to(DOCS.parent)}\0".encode())
            digest.update(path.read_bytes())
    return {name: digest.hexdigest() for name, digest in found.items()}


def noted(file: Path) -> Any:
    """Read what an earlier build summed up; nothing if there was none, or one of another kind."""
    try:
        found = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def build(language: str, site: Path, at: str | None, doctrees: Path) -> bool:
    """Build one language's folder, with the pages that Sphinx has read before, if there are any.

    Returns whether that worked.
    """
    read = doctrees / language
    if not read.exists() and (site / language / ".buildinfo").exists():
        shutil.rmtree(site / language)  # Sphinx was here: no page of old may stay
    options = ["-n", "-W", "--keep-going", "-c", str(DOCS), "-t", language, "-d", str(read)]
    if at:
        options += ["-D", f"html_baseurl={at}{language}/"]
    folders = [str(DOCS / language), str(site / language)]
    return not subprocess.run([sys.executable, "-m", "sphinx", *options, *folders]).returncode


def build_all(languages: Iterable[str], site: Path, at: str | None, doctrees: Path) -> bool:
    """Build languages' folders side by side. Returns whether that worked."""
    with ThreadPoolExecutor() as side_by_side:
        builds = [side_by_side.submit(build, lang, site, at, doctrees) for lang in languages]
    return all([each.result() for each in builds])


def pages_of(folder: Path) -> list[dict[str, Any]]:
    """List the pages of a language, as the search has them."""
    data = (folder / "searchindex.js").read_text("utf-8")
    pages: list[dict[str, Any]] = json.loads(data.partition("=")[2])
    return pages


def write_root(site: Path, at: str | None) -> None:
    """Write what is not a page of one language."""
    pages = {language: pages_of(site / language) for language in LANGUAGES}
    loader = FileSystemLoader(DOCS / "_templates" / "root")
    templates = Environment(loader=loader, undefined=StrictUndefined, keep_trailing_newline=True)
    for name in (*ROOT, *ADDRESSED):
        if at or name in ROOT:
            text = templates.get_template(name).render(
                address=at or "",
                languages=LANGUAGES,
                pages=pages,
                urls=[page["url"] for page in pages["en"]],
            )
            (site / name).write_text(text, "utf-8")
        else:
            (site / name).unlink(missing_ok=True)


def main() -> int:
    """Build into the folder that is named, and say where the site is. Returns 0, 1 or 2."""
    chosen = arguments()
    site = chosen.folder.resolve()
    try:
        site.mkdir(parents=True, exist_ok=True)
        (site / "index.html").touch()  # writable?
    except OSError as error:
        print(f"cannot write the site to {site}: {error.strerror}; name another folder")
        return 2
    built, now = site / ".built", stamps(chosen.address)
    before = noted(built)
    if before == now:
        print("Nothing has changed since the site was built")
    else:
        built.unlink(missing_ok=True)
        # What was read before is of use in one place, and only if nothing but pages has changed.
        if before.get("rest") != now["rest"]:
            shutil.rmtree(DOCTREES, ignore_errors=True)
        changed = [
            language
            for language in LANGUAGES
            if any(before.get(name) != now[name] for name in (language, "shown", "rest"))
        ]
        with tempfile.TemporaryDirectory() as once:
            doctrees = DOCTREES if site == SITE else Path(once)
            if not build_all(changed, site, chosen.address, doctrees):
                return 1
        write_root(site, chosen.address)
        built.write_text(json.dumps(now))
    if not chosen.address:
        print("No --address: without canonical links, hreflang, sitemap.xml and robots.txt")
    print(f"The site is in {site}; open {(site / 'index.html').as_uri()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
