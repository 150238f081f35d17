"""One configuration for both languages: `-t zh` builds the Chinese site, else the English one."""

import os
import shutil
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT), str(HERE / "_extensions")]

LANGUAGES = tomllib.loads((HERE / "languages.toml").read_text("utf-8"))
here = "zh" if tags.has("zh") else "en"  # type: ignore[name-defined]  # noqa: F821
words = LANGUAGES[here]

project = "ipcdocs"
language = words["code"]
extensions = [
    "myst_parser",
    "sphinx.ext.intersphinx",
    "sphinx.ext.extlinks",
    "sphinx_copybutton",
    "sphinx_design",
    "recordings",
    "memory",
    "verified_page",
    "error_index",
    "page_furniture",
    "found",
    "site_search",
    "renewed",
]
nitpicky = True
locale = HERE / "_locale"
if not os.access(locale, os.W_OK):  # Sphinx compiles the catalogues beside their texts
    elsewhere = tempfile.TemporaryDirectory(prefix="ipcdocs-locale-")
    locale = shutil.copytree(locale, Path(elsewhere.name, "locale"))
locale_dirs = [str(locale)]
templates_path = ["_templates"]
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]

intersphinx_mapping = {"python": (words["python"], str(HERE / "_inventories" / "python.inv"))}
extlinks = {"cpython": ("https://github.com/python/cpython/issues/%s", "cpython#%s")}

# An output has no button: a selection there takes the text and leaves the gutter. Nor has the text
# of an error.
copybutton_selector = "div:not(.highlight-recording, .highlight-text) > .highlight > pre"
copybutton_exclude = ".linenos, .gp"

html_theme = "furo"
html_title = project
html_favicon = "_static/favicon.svg"
html_static_path = ["_static"]
html_css_files = ["site.css", "recordings.css"]
html_js_files = [("site.js", {"defer": "defer"})]
html_show_copyright = False
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/twin.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_context = {
    "description": words["description"],
    "site_title": words["title"],
    # This page's language, then that of its twin.
    "languages": [
        {"folder": folder, **LANGUAGES[folder]}
        for folder in sorted(LANGUAGES, key=lambda folder: folder != here)
    ],
}
pygments_style = "a11y-light"
pygments_dark_style = "a11y-dark"

html_theme_options: dict[str, object] = {}
# Addresses are never made up: what has none is left out.
metadata = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
if repository := metadata.get("urls", {}).get("Repository"):
    html_theme_options |= {
        "source_repository": repository,
        "source_branch": "main",
        "source_directory": f"docs/{here}/",
    }
