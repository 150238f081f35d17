"""The built site: twins, languages, links, and outputs as they were recorded."""

import ast
import os
import re
import shutil
import subprocess
import sys
import zlib
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from recordings import TABS

from ipcdocs._recording import verified
from ipcdocs._recording.basics import METHODS, PACKAGE
from ipcdocs._recording.examples import examples
from tests.checkers import listed

DOCS = PACKAGE.parent / "docs"
LANGUAGES = {"en": "en", "zh": "zh-CN"}
# Latin words that a Chinese page may show outside code: names, and terms of the subject.
NAMES = """
    ipcdocs Sphinx pradyunsg Furo English Python python CPython Linux Windows macOS NumPy C int
    double id fork forkserver spawn pickle Manager Value Array cpython __main__ JavaScript lambda
    OOM killer Ctrl-C glibc Lock RLock Pool main child- Unix TCP Namespace shell pytest
    PyInstaller ProcessPoolExecutor SharedMemory GIL CPU IO Jupyter Notebook IPython SIGTERM
    SIGINT SIGSEGV Docker systemd Apple Web SQLAlchemy gunicorn psycopg libpq SciPy scikit-learn
    OpenBLAS MKL threadpoolctl multiprocessing traceback BrokenProcessPool AssertionError logging
    loguru PyTorch CUDA GPU NFS Ctrl-Z Process True False property initializer Ann Bob
    oversubscription py-spy SIGKILL future SQLite Kubernetes uvicorn Celery Flask FastAPI
    APScheduler Redis cron SQL tqdm AWS Lambda MB GB Queue SimpleQueue Pipe TiB mock JSON HTTP
    HTTPS ASCII
"""

# One process builds it, once, for whichever test comes first.
pytestmark = [pytest.mark.xdist_group("site"), pytest.mark.timeout(600)]


@cache
def soup(path):
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def pages(site, language):
    return sorted(path.relative_to(site / language) for path in (site / language).rglob("*.html"))


def each_page(site):
    for language in LANGUAGES:
        for page in pages(site, language):
            yield language, page, soup(site / language / page)


def test_both_languages_have_the_same_pages_and_sections(site):
    assert pages(site, "en") == pages(site, "zh")
    sources = {
        path.relative_to(DOCS / "en").with_suffix("") for path in (DOCS / "en").rglob("*.md")
    }
    assert {page.with_suffix("") for page in pages(site, "en")} >= sources
    for page in pages(site, "en"):
        if page.name == "genindex.html":  # each language has its own words
            continue
        ids = [
            [section.get("id") for section in soup(site / lang / page).select("article section")]
            for lang in LANGUAGES
        ]
        assert ids[0] == ids[1], page


def test_each_page_says_its_language(site):
    for language, page, html in each_page(site):
        assert html.html["lang"] == LANGUAGES[language], page


def test_each_page_links_its_twin(site):
    for language, page, html in each_page(site):
        other = "zh" if language == "en" else "en"
        links = html.select(f'a[hreflang="{LANGUAGES[other]}"]')
        assert links, page
        for link in links:
            target = (site / language / page).parent / link["href"]
            assert target.resolve() == (site / other / page).resolve(), page


def test_the_same_is_built_anywhere_at_any_time(site, tmp_path):
    folder = tmp_path / "another folder"
    environment = {name: v for name, v in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(
        [sys.executable, DOCS / "build.py", folder],
        env={**environment, "LC_ALL": "C", "PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"},
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    assert different(site, folder) == []


def different(one, other):
    """The files that are not the same in both folders, byte by byte."""
    both = [
        {
            path.relative_to(at).as_posix(): path.read_bytes()
            for path in at.rglob("*")
            if path.is_file()
        }
        for at in (one, other)
    ]
    return sorted(
        name for name in both[0].keys() | both[1] if both[0].get(name) != both[1].get(name)
    )


def test_a_difference_of_two_builds_is_seen(tmp_path):
    for name in ("one", "other"):
        (tmp_path / name / "en").mkdir(parents=True)
        (tmp_path / name / "en" / "same.html").write_text("same")
        (tmp_path / name / "en" / "else.html").write_text(name)
        (tmp_path / name / f"{name}.js").touch()
    found = different(tmp_path / "one", tmp_path / "other")
    assert found == ["en/else.html", "one.js", "other.js"]


def test_the_front_page_leads_to_both(site):
    hrefs = [link["href"] for link in soup(site / "index.html").select("a")]
    assert hrefs == ["en/index.html", "zh/index.html"]


def test_every_internal_link_and_anchor_leads_somewhere(site):
    dead = []
    for language, page, html in each_page(site):
        for element in html.select("[href], [src]"):
            url = urlsplit(element.get("href") or element["src"])
            if url.scheme or url.netloc:
                continue
            path = (site / language / page).parent / unquote(url.path)
            target = (path if url.path else site / language / page).resolve()
            if not target.is_file() or not target.is_relative_to(site):
                dead.append(f"{language}/{page}: {url.geturl()}")
            elif url.fragment and not anchor(target, unquote(url.fragment)):
                dead.append(f"{language}/{page}: no such anchor {url.geturl()}")
    assert dead == []


def anchor(target, name):
    return target.suffix != ".html" or soup(target).find(id=name)


def foreign(html):
    """Addresses that a browser asks by itself, of another origin."""
    for element in html.select("[src], link[href], [srcset], object[data], form[action]"):
        if element.name == "link" and set(element["rel"]) <= {"alternate", "canonical"}:
            continue
        for attribute in ("src", "href", "srcset", "data", "action"):
            if re.match(r"(https?:)?//", element.get(attribute, "")):
                yield element[attribute]
    for style in html.select("style"):
        yield from re.findall(r"(?:@import|url\()\s*[\"']?((?:https?:)?//[^\s\"')]+)", style.text)


def test_links_to_pythons_documentation_are_in_the_language_of_the_page(site):
    for language, page, html in each_page(site):
        for link in html.select('article a[href^="https://docs.python.org/"]'):
            chinese = link["href"].startswith("https://docs.python.org/zh-cn/")
            assert chinese == (language == "zh"), f"{language}/{page}: {link['href']}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_the_standard_library_in_listings_lead_to_its_documentation(site, language):
    inventory = (DOCS / "_inventories" / "python.inv").read_bytes().split(b"\n", 4)[4]
    known = re.findall(r"^([\w.]+) py:module ", zlib.decompress(inventory).decode(), re.M)
    listings = [
        pre
        for page in pages(site, language)
        for pre in soup(site / language / page).select(".listing pre")
    ]
    missed = set()
    for example in examples().values():
        source = example.path.read_text("utf-8")
        links = [
            link["href"].partition("/library/")[2]
            for pre in listings
            if pre.text.strip() == listed(source)
            for link in pre.select("a")
        ]
        # What a program imports, and not what it only quotes.
        modules = [
            alias.name if isinstance(node, ast.Import) else str(node.module)
            for node in ast.walk(ast.parse(source))
            if isinstance(node, (ast.Import, ast.ImportFrom))
            for alias in node.names
        ]
        for module in modules:
            page = module.partition(".")[0]
            linked = any(link.startswith(f"{page}.") for link in links)
            if module in known and module != "__future__" and not linked:
                missed.add(f"{example.name}: {module}")
            assert linked or module not in ("multiprocessing", "os", "threading")
    assert missed == set()


def test_no_page_asks_another_origin(site):
    assert [(lang, page, a) for lang, page, html in each_page(site) for a in foreign(html)] == []
    for sheet in site.rglob("*.css"):
        found = re.findall(r"url\(\s*[\"']?((?:https?:)?//[^\s\"')]+)", sheet.read_text("utf-8"))
        assert found == [], sheet


@pytest.mark.parametrize(
    "bad",
    [
        '<script src="https://example.org/x.js"></script>',
        '<link rel="stylesheet" href="//example.org/x.css">',
        '<img src="http://example.org/x.png">',
        "<style>@import 'https://example.org/x.css';</style>",
    ],
)
def test_a_request_to_another_origin_is_seen(bad):
    assert len(list(foreign(BeautifulSoup(bad, "html.parser")))) == 1


def latin(html):
    """Latin words that a reader of this page sees or hears, outside code."""
    # Titles of pages stand without their marks where a browser or furo names the next page.
    named = "head > title, link, .related-pages"
    for element in html.select(
        f"script, style, pre, code, .code-block-caption, dt, [lang=en], {named}"
    ):
        element.extract()
    found = set()
    for picture in html.select("svg"):
        # The description may say what the picture shows as code.
        found |= words(picture) - words(*picture.select(".code"))
        picture.extract()
    return sorted((found | words(html)) - set(NAMES.split()))


def words(*elements):
    """The Latin words of texts and labels."""
    seen = [text for element in elements for text in element.stripped_strings]
    for name in ("title", "aria-label", "placeholder", "alt"):
        for element in elements:
            seen += [labelled[name] for labelled in element.select(f"[{name}]")]
    return {word for text in seen for word in re.findall(r"[A-Za-z_][A-Za-z_-]+", text)}


def test_chinese_pages_are_chinese(site):
    for page in pages(site, "zh"):
        if page.name != "genindex.html":
            html = BeautifulSoup((site / "zh" / page).read_text("utf-8"), "html.parser")
            assert latin(html) == [], f"{page}: write as code, or add to NAMES if they are names"


def test_english_on_a_chinese_page_is_seen():
    html = '<p>用 Python</p><a title="Back to top">回到顶部</a><code>some code</code>'
    assert latin(BeautifulSoup(html, "html.parser")) == ["Back", "to", "top"]
    html = '<svg><title>在 box 里 here</title><text class="code">box</text></svg>'
    assert latin(BeautifulSoup(html, "html.parser")) == ["here"]


def test_chinese_text_has_no_stray_spaces_where_links_are_filled_in(site):
    for page in pages(site, "zh"):
        if page.name == "genindex.html":  # words as they are typed
            continue
        for element in soup(site / "zh" / page).select(
            "article :is(p, li:not(:has(ul)), td, dd, h1, h2)"
        ):
            text = " ".join(element.get_text().split())
            assert not re.search(r"[\u4e00-\u9fff，。：；] [\u4e00-\u9fff，。：；]", text), text
            assert not re.search(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]", text), (
                text
            )


def shown_outputs(site, language):
    """For each page the texts of its outputs, as a reader sees them."""
    for page in pages(site, language):
        found = soup(site / language / page).select(".recording pre")
        if found:
            yield page, [pre.get_text() for pre in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_recording_is_shown_as_it_is(site, language):
    """What differs is the start method in the command line: it is that of the tab."""
    shown = {text for _, texts in shown_outputs(site, language) for text in texts}
    for example in examples().values():
        for method in METHODS:
            for version in example.expected.versions:
                path = example.recording(method, version)
                assert path
                text = path.read_text("utf-8")
                recorded = re.sub(r"(?<=--start-method )\w+", method, text, count=1)
                assert recorded in shown, path


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_else_is_shown_as_an_output(site, language):
    recorded = {
        re.sub(r"(?<=--start-method )\w+", method, variant.path.read_text("utf-8"), count=1)
        for example in examples().values()
        for variant in example.variants()
        for method in METHODS
    }
    for page, texts in shown_outputs(site, language):
        assert set(texts) <= recorded, page


def test_start_methods_are_tabs_that_switch_together(site):
    for language in LANGUAGES:
        html = soup(site / language / "processes" / "global-variable.html")
        for tabs in html.select(".sd-tab-set"):
            labels = tabs.select("label.sd-tab-label")
            assert [label.text.strip() for label in labels] == list(TABS)
            assert [label["data-sync-id"] for label in labels] == list(TABS)
            assert {label["data-sync-group"] for label in labels} == {"start-method"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_verified_is_told_for_each_example_python_and_method(site, language):
    table = soup(site / language / "verified.html").select_one("table.verified")
    head, *rows = ([cell.text for cell in row.select("th, td")] for row in table.select("tr"))
    runs = verified.load()
    assert head[1:] == [run.release for run in runs]
    told: dict[tuple[str, str], list[str]] = {}
    name = ""
    for first, *cells in rows:
        name = first if first in examples() else name
        methods = METHODS if first == name else re.split("[,、] ?", first)
        told |= {(name, method): cells for method in methods if cells}
    assert told.keys() == {(name, method) for name in examples() for method in METHODS}
    for (name, method), cells in told.items():
        for run, text in zip(runs, cells, strict=True):
            held = run.examples.get(name)
            variant = held and held.under[method].removeprefix(name.rpartition(".")[2])
            shown = f"✓ {variant[:-4].lstrip('.')}".strip() if variant else None
            assert text in ([shown] if held else ["–", "n/a"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_outputs_say_where_they_hold_unless_the_first_one_has_said_it(site, language):
    for page in pages(site, language):
        source = (DOCS / language / page).with_suffix(".md")
        text = source.read_text("utf-8") if source.exists() else ""
        shown = re.findall(r"ipcdocs/(.+)\.out$", text, re.M)
        told = []
        for path in shown:
            name = path.replace("/", ".")
            told.append([run.release for run in verified.load() if name in run.examples])
        expected = told[:1] + [each for each in told[1:] if each != told[0]]
        lines = soup(site / language / page).select("p.holds")
        assert [re.findall(r"3\.\d+\.\d+", line.text) for line in lines] == expected, page
        for line in lines:
            assert re.search("fork.*spawn.*forkserver", line.text)
            assert line.a["href"].endswith("verified.html#verified")


def test_what_has_changed_since_it_was_verified_is_not_built(tmp_path):
    docs = tmp_path / "docs"
    ignored = shutil.ignore_patterns("_build", "__pycache__", "en", "zh")
    shutil.copytree(DOCS, docs, ignore=ignored)
    shutil.copytree(PACKAGE, tmp_path / "ipcdocs", ignore=ignored)
    shutil.copy(PACKAGE.parent / "pyproject.toml", tmp_path)
    build = small_build(tmp_path, docs)
    assert build("Text.").stderr == ""
    with (tmp_path / "ipcdocs/processes/threads.out").open("a") as recording:
        recording.write("main    │ more\n")
    done = build("Text.")
    assert done.returncode != 0
    assert "processes.threads has changed since it was verified on 3.11" in done.stderr
    assert "nox -s verify" in done.stderr


@pytest.fixture
def small(tmp_path):
    """Builds a page with this text."""
    return small_build(tmp_path, DOCS)


def small_build(tmp_path, docs):
    (tmp_path / "en").mkdir()

    def build(text):
        (tmp_path / "en" / "index.md").write_text(f"(index)=\n# A page\n\n{text}\n", "utf-8")
        options = ["-q", "-n", "-W", "--keep-going", "-E", "-c", docs, "-t", "en"]
        return subprocess.run(
            [
                sys.executable,
                "-m",
                "sphinx",
                *map(str, options),
                tmp_path / "en",
                tmp_path / "html",
            ],
            capture_output=True,
            text=True,
        )

    return build


PATH = PACKAGE / "processes"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f"```{{literalinclude}} {PATH}/nothing.out\n```", "no example prints nothing.out"),
        (f"```{{literalinclude}} {PATH}/nothing.py\n```", "nothing.py"),
        (f"```{{literalinclude}} {PATH}/global_variable.fork.out\n```", "global_variable.out"),
        (f"```{{literalinclude}} {PATH}/threads.py\n:pyobject: nobody\n```", "nobody"),
        ("{ref}`nowhere`", "nowhere"),
        ("{py:func}`multiprocessing.nothing`", "multiprocessing.nothing"),
        ("[x](inv:python:std:label#nowhere)", "nowhere"),
    ],
)
def test_a_page_that_is_wrong_does_not_build(small, text, problem):
    # Absolute paths are looked up in the source folder: climb to the root of the file system.
    done = small(text.replace(str(PATH), f"{'../' * 30}{str(PATH).lstrip('/')}"))
    assert done.returncode != 0
    assert problem in done.stderr


def test_a_folder_that_cannot_be_written_to(tmp_path):
    (tmp_path / "file").touch()
    done = subprocess.run(
        [sys.executable, DOCS / "build.py", tmp_path / "file" / "site"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "cannot write the site to" in done.stdout
    assert Path(tmp_path / "file").is_file()
