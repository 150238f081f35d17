"""One configuration for both languages: `-t zh` builds the Chinese site, else the English one."""

import os
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT), str(HERE / "_extensions")]

# All that differs by language; words of the interface are in _locale/.
LANGUAGES = {
    "en": {
        "code": "en",
        "html_lang": "en",
        "name": "English",
        "title": "ipcdocs",
        "python": "https://docs.python.org/3.15/",
        "description": "The multiprocessing cookbook whose every printed line is re-run, "
        "on every supported CPython and under every start method.",
    },
    "zh": {
        "code": "zh_CN",
        "html_lang": "zh-CN",
        "name": "中文",
        "title": "ipcdocs",
        "python": "https://docs.python.org/zh-cn/3.15/",
        "description": "每一行输出都经过重新运行验证的 Python 多进程实用手册："
        "覆盖所有受支持的 CPython 版本和所有启动方法。",
    },
}
here = "zh" if tags.has("zh") else "en"  # type: ignore[name-defined]  # noqa: F821
there = "en" if here == "zh" else "zh"
words = LANGUAGES[here]

project = "ipcdocs"
language = words["code"]
extensions = [
    "myst_parser",
    "sphinx.ext.intersphinx",
    "sphinx.ext.extlinks",
    "sphinx_codeautolink",
    "sphinx_copybutton",
    "sphinx_design",
    "recordings",
    "verified_page",
    "error_index",
    "page_furniture",
    "site_search",
]
nitpicky = True
locale_dirs = [str(HERE / "_locale")]
templates_path = ["_templates"]
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]

intersphinx_mapping = {"python": (words["python"], str(HERE / "_inventories" / "python.inv"))}
extlinks = {"cpython": ("https://github.com/python/cpython/issues/%s", "cpython#%s")}

# An output has no button: a selection there takes the text and leaves the gutter.
copybutton_selector = "div:not(.highlight-recording) > .highlight > pre"
copybutton_exclude = ".linenos, .gp"

html_theme = "furo"
html_title = words["title"]
html_favicon = "_static/favicon.svg"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = [("twin.js", {"defer": "defer"}), ("search.js", {"defer": "defer"})]
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
    "language_folder": here,
    "twin_folder": there,
    "twin_lang": LANGUAGES[there]["html_lang"],
    "twin_name": LANGUAGES[there]["name"],
}
pygments_style = "a11y-light"
pygments_dark_style = "a11y-dark"

html_theme_options: dict[str, object] = {}
# Addresses are never made up: what has none is left out.
if site := os.environ.get("READTHEDOCS_CANONICAL_URL"):
    html_baseurl = f"{site.rstrip('/')}/{here}/"
metadata = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
if repository := metadata.get("urls", {}).get("Repository"):
    html_theme_options |= {
        "source_repository": repository,
        "source_branch": "main",
        "source_directory": f"docs/{here}/",
    }
