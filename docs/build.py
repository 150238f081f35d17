"""Build the site in both languages: `python docs/build.py FOLDER`, with docs' requirements."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).parent
LANGUAGES = ("en", "zh")


def main() -> int:
    """Build into the folder that is named, and say where the site is. Returns 0, 1 or 2."""
    site = Path(sys.argv[1] if sys.argv[1:] else DOCS / "_build" / "html").resolve()
    try:
        site.mkdir(parents=True, exist_ok=True)
        shutil.copy(DOCS / "index.html", site)
    except OSError as error:
        print(f"cannot write the site to {site}: {error.strerror}; name another folder")
        return 2
    for language in LANGUAGES:
        if (site / language / ".buildinfo").exists():  # Sphinx was here: no page of old may stay
            shutil.rmtree(site / language)
        with tempfile.TemporaryDirectory() as doctrees:
            options = ["-n", "-W", "--keep-going", "-c", str(DOCS), "-t", language, "-d", doctrees]
            folders = [str(DOCS / language), str(site / language)]
            if subprocess.run([sys.executable, "-m", "sphinx", *options, *folders]).returncode:
                return 1
    print(f"The site is in {site}; open {(site / 'index.html').as_uri()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
