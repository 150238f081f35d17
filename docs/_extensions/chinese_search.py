"""Chinese search: the index holds every Chinese character and pair, a query is cut into pairs."""

import re
from itertools import pairwise

from sphinx.application import Sphinx
from sphinx.search import SearchLanguage
from sphinx.search.en import SearchEnglish
from sphinx.util.typing import ExtensionMetadata

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
CHINESE = re.compile(f"[{HAN}]")
RUNS = re.compile(rf"[{HAN}]+|(?:(?![{HAN}])\w)+")

# To searchtools.js, a term of fewer than three characters is optional beside a longer one. So
# Chinese terms are padded, with a space, which leaves the word itself for it to highlight.
PAD = "\u3000\u3000"


class SearchChinese(SearchLanguage):
    """Every part of every Chinese word is found, without a dictionary."""

    lang = "zh_CN"
    language_name = "English"  # the stemmer's: Latin words are stemmed as on the English pages
    js_stemmer_rawcode = SearchEnglish.js_stemmer_rawcode
    stopwords = SearchEnglish.stopwords
    js_splitter_code = rf"""
var splitQuery = (query) =>
  (query.match(/[{HAN}]+|(?:(?![{HAN}])[\p{{L}}\p{{N}}_])+/gu) ?? []).flatMap((run) => {{
    if (!/[{HAN}]/.test(run)) return run;
    const characters = [...run];
    if (characters.length === 1) return run + "\u3000\u3000";
    return characters.slice(1).map((second, i) => characters[i] + second + "\u3000\u3000");
  }});
"""

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self.english = SearchEnglish(options)

    def split(self, text: str) -> list[str]:
        """Cut a text into the terms that the index holds."""
        terms: list[str] = []
        for run in RUNS.findall(text):
            if CHINESE.match(run):
                terms += (character + PAD for character in run)
                terms += (pair[0] + pair[1] + PAD for pair in pairwise(run))
            else:
                terms.append(run)
        return terms

    def stem(self, word: str) -> str:
        """Stem Latin words; Chinese ones stay as they are."""
        return self.english.stem(word)

    def word_filter(self, word: str) -> bool:
        """Keep all Chinese terms, and the words that English pages keep."""
        return word.endswith(PAD) or self.english.word_filter(word)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the search language."""
    app.add_search_language(SearchChinese)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
