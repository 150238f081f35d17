"""Spacing and punctuation of all Chinese text, by AutoCorrect: `nox -s lint` runs this."""

import sys
from pathlib import Path

import autocorrect_py

ROOT = Path(__file__).parents[1]
# What there is in Chinese, and as what AutoCorrect reads it.
FILES = {
    "docs/zh/**/*.md": "markdown",
    "docs/terms.md": "markdown",
    "README.zh.md": "markdown",
    "docs/_locale/**/*.po": "po",
    "docs/languages.toml": "python",
    "docs/_templates/root/*.html": "html",
}


def faults(text: str, kind: str) -> list[str]:
    """Name the lines of a text that are not as they should be, with what they should be.

    >>> faults("用Python写,好", "markdown")
    ['line 1: 用Python写,好  →  用 Python 写，好']
    >>> len(faults('msgid "x"\\nmsgstr "用Python"', "po")), len(faults('x = "用Python"', "python"))
    (1, 1)
    >>> len(faults("<p>用Python</p>", "html")), faults("见 {ref}`x`，`y`。", "markdown")
    (1, [])
    """
    found = autocorrect_py.lint_for(text, kind)
    return [f"line {line.line}: {line.old.strip()}  →  {line.new.strip()}" for line in found.lines]


def main() -> int:
    """Print the faults. Returns 1 if there are any."""
    problems = [
        f"{path.relative_to(ROOT)}, {fault}"
        for pattern, kind in FILES.items()
        for path in sorted(ROOT.glob(pattern))
        for fault in faults(path.read_text("utf-8"), kind)
    ]
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
