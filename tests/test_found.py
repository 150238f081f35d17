"""The site is found, passed on and searched: what stands around the pages, and the error index."""

import gzip
import json
import os
import re
import subprocess
import sys
from functools import cache
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from ipcdocs._own.raised import shape
from ipcdocs._recording.basics import METHODS, PACKAGE
from ipcdocs._recording.examples import examples
from tests.checkers import listed

DOCS = PACKAGE.parent / "docs"
ADDRESS = "https://example.org/cookbook/"
LANGUAGES = {"en": "en", "zh": "zh-CN"}
LISTED = ("search.html", "genindex.html")  # made by the build, for no page's source

# One process builds it, once, for whichever test comes first.
pytestmark = [pytest.mark.xdist_group("found"), pytest.mark.timeout(600)]


def build(*arguments, **more):
    environment = {k: v for k, v in os.environ.items() if k != "READTHEDOCS_CANONICAL_URL"}
    return subprocess.run(
        [sys.executable, DOCS / "build.py", *map(str, arguments)],
        capture_output=True,
        text=True,
        env=environment | more,
    )


@pytest.fixture(scope="session")
def found(tmp_path_factory):
    """The site, built for an address."""
    folder = tmp_path_factory.mktemp("found") / "html"
    done = build(folder, READTHEDOCS_CANONICAL_URL=ADDRESS.rstrip("/"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No --address" not in done.stdout
    return folder


@cache
def soup(path):
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def each_page(site):
    for language in LANGUAGES:
        for path in sorted((site / language).rglob("*.html")):
            yield language, path.relative_to(site / language).as_posix(), soup(path)


def content(html, name):
    tags = html.select(f'meta[property="{name}"], meta[name="{name}"]')
    assert len(tags) == 1, name
    return tags[0]["content"]


def test_each_page_says_what_it_is(found):
    told: dict[tuple[str, str], list[str]] = {}
    for language, page, html in each_page(found):
        assert content(html, "description") == content(html, "og:description")
        assert content(html, "og:title")
        assert content(html, "og:locale") == ("zh_CN" if language == "zh" else "en_US")
        address = f"{ADDRESS}{language}/{page}"
        assert content(html, "og:url") == address
        assert html.select_one("link[rel=canonical]")["href"] == address
        card = content(html, "og:image").removeprefix(ADDRESS)
        assert (found / card).read_bytes().startswith(b"\x89PNG")
        if page not in LISTED:
            told.setdefault((language, content(html, "description")), []).append(page)
    assert [pages for pages in told.values() if len(pages) > 1] == []


def test_titles_differ(found):
    titles = [(language, html.title.text) for language, _page, html in each_page(found)]
    assert len(titles) == len(set(titles))


def test_each_page_names_its_twin_by_its_address(found):
    for _language, page, html in each_page(found):
        links = {
            link["hreflang"]: link["href"] for link in html.select("link[rel=alternate][hreflang]")
        }
        addresses = {lang: f"{ADDRESS}{folder}/{page}" for folder, lang in LANGUAGES.items()}
        assert links == addresses | {"x-default": default(page)}


def default(page):
    """The page for readers of any language: before the front pages there is one to choose."""
    return ADDRESS if page == "index.html" else f"{ADDRESS}en/{page}"


def test_the_root_is_the_default_of_the_front_pages_and_has_a_card(found):
    html = soup(found / "index.html")
    links = {link["hreflang"]: link["href"] for link in html.select("link[hreflang]")}
    fronts = {lang: f"{ADDRESS}{folder}/index.html" for folder, lang in LANGUAGES.items()}
    assert links == fronts | {"x-default": ADDRESS}
    assert content(html, "og:url") == ADDRESS
    assert (found / content(html, "og:image").removeprefix(ADDRESS)).is_file()


def test_the_sitemap_has_every_page_with_its_alternates(found):
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    link = "{http://www.w3.org/1999/xhtml}link"
    listed = {}
    for url in ElementTree.parse(found / "sitemap.xml").findall("s:url", names):
        listed[url.findtext("s:loc", namespaces=names)] = {
            alternate.get("hreflang"): alternate.get("href") for alternate in url.findall(link)
        }
    sources = [path.relative_to(DOCS / "en") for path in (DOCS / "en").rglob("*.md")]
    for source in sources:
        page = source.with_suffix(".html").as_posix()
        addresses = {lang: f"{ADDRESS}{folder}/{page}" for folder, lang in LANGUAGES.items()}
        for address in addresses.values():
            assert listed.pop(address) == addresses | {"x-default": default(page)}
    fronts = {lang: f"{ADDRESS}{folder}/index.html" for folder, lang in LANGUAGES.items()}
    assert listed == {ADDRESS: fronts | {"x-default": ADDRESS}}
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (found / "robots.txt").read_text()


def test_a_page_that_is_not_there_leads_back_from_anywhere(found):
    html = soup(found / "404.html")
    assert html.base["href"] == ADDRESS
    for link in html.select("a"):
        assert (found / link["href"]).is_file()
    assert {link["lang"] for link in html.select("a")} == set(LANGUAGES.values())


def test_anchors_of_listings_and_outputs_have_names(found):
    for _language, page, html in each_page(found):
        for block in html.select(".literal-block-wrapper"):
            assert block["id"].startswith(("program-", "output-")), page


def test_the_error_index_leads_to_each_class_and_nowhere_twice(found):
    for language in LANGUAGES:
        html = soup(found / language / "errors.html")
        jumps = html.select("p.jumps a")
        assert len(jumps) > 20
        for jump in jumps:
            entry = html.select_one(jump["href"])
            assert jump.text in entry.select_one("h2").text
        for entry in html.select("section section"):
            pages = [a["href"].partition("#")[0] for a in entry.select(".shown-at a")]
            links = [a["href"].partition("#")[0] for a in entry.select("p:not(.shown-at) a")]
            assert not set(pages) & set(links)


def test_llms_txt_has_the_markdown_of_every_page(found):
    text = (found / "llms.txt").read_text("utf-8")
    links = re.findall(r"^- \[[^]]+\]\((.+?)\): .+$", text, re.MULTILINE)
    sources = {
        f"{ADDRESS}{path.relative_to(DOCS).as_posix()}"
        for language in LANGUAGES
        for path in (DOCS / language).rglob("*.md")
    }
    assert sorted(links) == sorted(sources)
    for link in links:
        assert (found / link.removeprefix(ADDRESS)).is_file()


def test_markdown_has_whole_programs_and_outputs_and_links_that_lead_somewhere(found):
    shown = "".join(path.read_text("utf-8") for path in (found / "en").rglob("*.md"))
    for example in examples().values():
        assert listed(example.path.read_text("utf-8")) in shown, example.name
        for variant in example.variants():
            output = variant.path.read_text("utf-8").split("\n", 1)[1].rstrip()
            assert output in shown, variant.path
    for path in found.rglob("*.md"):
        for link in re.findall(r"\]\(([^)\s]+)", path.read_text("utf-8")):
            target = link.split("#")[0]
            if target and "://" not in target:
                assert (path.parent / target).is_file(), f"{path}: {link}"


def test_an_unchanged_site_is_not_built_again(found):
    page = found / "en" / "index.html"
    before = page.stat().st_mtime_ns
    done = build(found, "--address", ADDRESS)
    assert done.returncode == 0
    assert "Nothing has changed" in done.stdout
    assert page.stat().st_mtime_ns == before


def test_without_an_address_none_is_made_up_and_nothing_of_old_stays(tmp_path):
    site = tmp_path / "html"
    (site / "en").mkdir(parents=True)
    (site / "en" / ".buildinfo").touch()
    for old in ("sitemap.xml", "robots.txt", "en/old.html"):
        (site / old).touch()
    done = build(site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No --address" in done.stdout
    for old in ("sitemap.xml", "robots.txt", "en/old.html"):
        assert not (site / old).exists()
    for _language, _page, html in each_page(site):
        assert not html.select('link[rel=canonical], link[hreflang], meta[property="og:url"]')
        assert content(html, "og:title")
    assert not soup(site / "404.html").select("base")


@pytest.mark.parametrize("wrong", ["example.org", "ftp://example.org", "/site"])
def test_an_address_that_is_none(wrong, tmp_path):
    for done in (
        build(tmp_path, "--address", wrong),
        build(tmp_path, READTHEDOCS_CANONICAL_URL=wrong),
    ):
        assert done.returncode == 2
        assert f"not an address: '{wrong}'" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_hundred_pages_would_load_150_kilobytes_to_search_in(found):
    for language in LANGUAGES:
        data = (found / language / "searchindex.js").read_bytes()
        pages = json.loads(data.partition(b"=")[2])
        size = len(gzip.compress(data, 6))
        assert size / len(pages) * 100 <= 150_000, f"{language}: {size} for {len(pages)}"


def test_the_search_has_every_section_and_how_each_paragraph_begins(found):
    for language in LANGUAGES:
        text = (found / language / "searchindex.js").read_text("utf-8")
        pages = json.loads(text.partition("=")[2])
        for page in pages:
            html = soup(found / language / page["url"])
            ids = [section["id"] for section in html.select("article section[id]")]
            assert [section["id"] for section in page["sections"]] == ids
            said = " ".join(text for section in page["sections"] for text in section["text"])
            left_out = ".holds, .error-where, .shown-at, .jumps"
            for paragraph in html.select(f"article section > p:not({left_out})"):
                text = " ".join(paragraph.text.split())
                first = re.split(r"(?<=。)|(?<=\. )", text)[0].strip()
                instead = paragraph.parent["id"].endswith("-instead")
                assert instead or first in said, text


def test_without_scripts_the_field_leads_to_a_list_of_all_sections(found):
    for language in LANGUAGES:
        for page in (found / language).rglob("*.html"):
            for form in soup(page).select("form.site-search[action]"):
                assert urljoin(page.as_uri(), form["action"]) == (
                    (found / language / "search.html").as_uri()
                )
        links = {a["href"] for a in soup(found / language / "search.html").select("article a")}
        for page in (DOCS / language).rglob("*.md"):
            url = page.relative_to(DOCS / language).with_suffix(".html").as_posix()
            first, *others = soup(found / language / url).select("article section[id]")
            assert url in links, first
            assert {f"{url}#{section['id']}" for section in others} <= links


def raised():
    """Each last line of an error that a recording has, found by its own means."""
    for example in examples().values():
        for method in METHODS:
            for version in example.expected.versions:
                path = example.recording(method, version)
                assert path
                text = path.read_text("utf-8")
                for error in re.findall(
                    r"\b\w*(?:Error|Warning)\b(?:: ?.*)?$", text, re.MULTILINE
                ):
                    yield example.name, error.rstrip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_error_index_has_every_error(found, language):
    html = soup(found / language / "errors.html")
    entries = [" ".join(entry.text.split()) for entry in html.select("section section")]
    # Of texts that differ in a program's own names only, an entry has one.
    shapes = {shape(text.text.split("\n")[0]) for text in html.select("section section pre")}
    shapes |= {shape(text.text) for text in html.select("section section > :is(h2, h3) code")}
    for name, error in set(raised()):
        there = shape(error) in shapes or any(error in entry for entry in entries)
        assert there, f"{name}: {error}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_error_leads_to_a_section_that_shows_it(found, language):
    """One with several causes leads to what helps with each of them, too."""
    for entry in soup(found / language / "errors.html").select("section section"):
        links = [link["href"] for link in entry.select("a.internal") if "#" in link["href"]]
        if not entry["id"].startswith("told-"):
            assert links, entry["id"]
        text = entry.code.text.split(":")[0]
        outputs = ""
        for link in links:
            page, _, anchor = link.rpartition("#")
            section = soup(found / language / page).find(id=anchor)
            assert section, f"{entry['id']} leads to {link}, which is nowhere"
            outputs += " ".join(pre.text for pre in section.select(".recording pre"))
        assert text in outputs or entry["id"].startswith("told-"), entry["id"]


def test_an_error_that_the_index_lacks_is_seen(tmp_path):
    (tmp_path / "index.md").write_text(
        "(index)=\n# A page\n\n"
        "```{error-text} AttributeError article.trailing_comma\nText.\n```\n\n"
        "```{error-text} KeyError article.trailing_comma\nText.\n```\n\n"
        "```{error-text} AttributeError article.nothing\nText.\n```\n\n"
        "```{error-told} object has no attribute 'start'\n:where: Windows\nText.\n```\n\n"
        "```{error-told} OSError: of another system\nText.\n```\n\n"
        "```{error-told} OSError: well told\n:where: Windows\nText.\n```\n",
        "utf-8",
    )
    options = ["-q", "-W", "--keep-going", "-E", "-c", str(DOCS), "-t", "en"]
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", *options, tmp_path, tmp_path / "html"],
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert "shared_memory.array_refusals prints IndexError: give it an {error-text}" in done.stderr
    assert "trailing_comma prints" not in done.stderr
    assert "index.md:8: WARNING: no such error in the recordings: KeyError" in done.stderr
    assert "no such error in the recordings: AttributeError article.nothing" in done.stderr
    told = "a recording has \"object has no attribute 'start'\": give it an {error-text} instead"
    assert told in done.stderr
    assert "say where 'OSError: of another system' is printed" in done.stderr
    assert "well told" not in done.stderr
