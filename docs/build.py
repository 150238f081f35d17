"""Build the site in both languages: `python docs/build.py [FOLDER]`, with docs' requirements."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

DOCS = Path(__file__).parent
HERE = DOCS / "_build" / "html"
LANGUAGES = tomllib.loads((DOCS / "languages.toml").read_text("utf-8"))

# What stands beside the languages' folders; the second row needs to know the site's address.
ROOT = ("index.html", "404.html", "llms.txt")
ADDRESSED = ("sitemap.xml", "robots.txt")
GENERATED = ("genindex.html", "search.html")


def address(text: str) -> str:
    """Check an address, and let it end with a slash. Raises ``ArgumentTypeError``."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise argparse.ArgumentTypeError(f"not an address: {text!r}; give https://host/path/")
    return text.rstrip("/") + "/"


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="build.py", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=HERE, metavar="FOLDER")
    known = os.environ.get("READTHEDOCS_CANONICAL_URL") or None
    help = "where the site will be, for canonical links and the sitemap"
    parser.add_argument("--address", type=address, default=known, metavar="URL", help=help)
    return parser.parse_args()


def build(language: str, site: Path, doctrees: Path, at: str | None) -> bool:
    """Build one language's folder. Returns whether that worked."""
    options = ["-n", "-W", "--keep-going", "-c", str(DOCS), "-t", language, "-d", str(doctrees)]
    if at:
        options += ["-D", f"html_baseurl={at}{language}/"]
    folders = [str(DOCS / language), str(site / language)]
    return not subprocess.run([sys.executable, "-m", "sphinx", *options, *folders]).returncode


def pages_of(folder: Path) -> list[dict[str, Any]]:
    """List the pages of a language, as the search has them, and remove those of old."""
    data = (folder / "searchindex.js").read_text("utf-8")
    pages: list[dict[str, Any]] = json.loads(data.partition("=")[2])
    kept = {folder / page["url"] for page in pages} | {folder / name for name in GENERATED}
    for path in folder.rglob("*.html"):
        if path not in kept:
            path.unlink()
            path.with_suffix(".md").unlink(missing_ok=True)
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
        (site / "index.html").touch()
    except OSError as error:
        print(f"cannot write the site to {site}: {error.strerror}; name another folder")
        return 2
    with tempfile.TemporaryDirectory() as temporary:
        # In the usual folder, what was read is kept, so that an unchanged page is not built again.
        doctrees = HERE.parent / "doctrees" if site == HERE.resolve() else Path(temporary)
        for language in LANGUAGES:
            new = not (doctrees / language / "environment.pickle").exists()
            if new and (site / language / ".buildinfo").exists():  # Sphinx was here
                shutil.rmtree(site / language)
            if not build(language, site, doctrees / language, chosen.address):
                return 1
    write_root(site, chosen.address)
    if not chosen.address:
        print("No --address: without canonical links, hreflang, sitemap.xml and robots.txt")
    print(f"The site is in {site}; open {(site / 'index.html').as_uri()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
