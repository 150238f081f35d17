"""What readers type leads to the right page, at once, also by keyboard and from a disk."""

import json
import tomllib
from pathlib import Path

import pytest


def read(name):
    """The queries of a file by language, each with the pages that answer it, if any does."""
    text = Path(__file__).with_name(name).read_text("utf-8")
    return {
        language: {q: [want] if isinstance(want, str) else want for q, want in queries.items()}
        for language, queries in tomllib.loads(text).items()
    }


QUERIES = read("queries.toml")
COLLECTED = read("collected.toml")
HELD_OUT = read("held_out.toml")
STATUS = {
    "en": ("1 result", "%s results", "Nothing found"),
    "zh": ("1 个结果", "%s 个结果", "没有找到"),
}
FIELD, RESULTS = "form.site-search input", ".search-results a"

# Types a query at once, as pasting does, and measures what that takes until the results are shown.
ASK = """([field, query]) => {
    const input = document.querySelector(field);
    const began = performance.now();
    input.value = query;
    input.dispatchEvent(new Event("input"));
    return performance.now() - began;
}"""


def ready(page):
    """Focus the field, and wait for what is searched."""
    page.locator(FIELD).focus()
    page.locator(FIELD).fill("fork")
    page.locator(RESULTS).first.wait_for()


def asked(page, query):
    """The pages that are found, best first, and the milliseconds, least of three times."""
    took = min(page.evaluate(ASK, [FIELD, query]) for _ in range(3))
    links = page.eval_on_selector_all(RESULTS, "all => all.map((one) => one.pathname)")
    return [link.split("/", 2)[2].removesuffix(".html") for link in links], took


@pytest.fixture(params=["en", "zh"])
def language(request):
    return request.param


@pytest.fixture
def page(context, address, language):
    page = context().new_page()
    page.goto(f"{address}{language}/processes/threads.html")
    return page


def outcome(page, queries):
    """How often the first page, one of three, and for what no page has none; what is amiss."""
    first = three = silent = 0
    slow, low = 0, []
    for query, wanted in queries.items():
        found, took = asked(page, query)
        slow = max(slow, took)
        near = page.locator(f"{RESULTS.split()[0]}.near").count() > 0
        if not wanted:
            silent += near or not found
            continue
        first += not near and found[0] in wanted
        among = not near and not {*wanted}.isdisjoint(found[:3])
        three += among
        if not among:
            low.append((query, wanted, found))
    answered = sum(map(bool, queries.values()))
    unanswered = len(queries) - answered
    shares = {"first": first / answered, "three": three / answered}
    return shares | ({"none": silent / unanswered} if unanswered else {}), slow, low


def noted(record_property, language, name, shares, slow):
    """Put the figures into the table."""
    for kind, share in {**shares, "ms": slow}.items():
        record_property("figure", (f"{language}, {name}", kind, round(share, 3)))


def test_the_right_page_comes_first(page, language, record_property):
    ready(page)
    shares, slow, low = outcome(page, QUERIES[language])
    noted(record_property, language, "queries.toml", shares, slow)
    assert low == []
    assert shares["first"] >= 0.95
    assert slow <= 100


@pytest.mark.parametrize(
    ("name", "queries", "first", "three"),
    [
        ("collected.toml", COLLECTED, 0.85, 0.95),
        # The other half, that nobody looked at: not to be mended query by query.
        ("held_out.toml", HELD_OUT, 0.75, 0.85),
    ],
)
def test_real_questions_find_their_page(
    page, language, record_property, name, queries, first, three
):
    ready(page)
    shares, slow, _low = outcome(page, queries[language])
    noted(record_property, language, name, shares, slow)
    assert shares["first"] >= first
    assert shares["three"] >= three


def test_what_no_page_has_is_not_found_and_not_opened(page, language):
    ready(page)
    here = page.url
    for query in {"en": ("kubernetes ingress", "banana"), "zh": ("香蕉", "kubernetes ingress")}[
        language
    ]:
        asked(page, query)
        assert (
            page.locator("form.site-search [role=status]")
            .text_content()
            .startswith(STATUS[language][2])
        )
        page.keyboard.press("Enter")
        assert page.url == here


def test_an_error_that_no_page_has_is_told_so(page, language):
    ready(page)
    asked(page, "ImportError: cannot import name 'frobnicate' from partially initialized module")
    told = page.locator("form.site-search [role=status]").text_content()
    assert {"en": "No page has this error", "zh": "没有哪一页有这条错误"}[language] in told


def test_words_that_the_whole_site_is_about_decide_nothing(page, language):
    ready(page)
    words = {
        "en": ("{}", "python {}", "multiprocessing {}", "how to {} in python multiprocessing"),
        "zh": ("{}", "多进程 {}", "python 多进程{}", "python 多进程 {} 怎么办"),
    }[language]
    for query in {"en": ("deadlock", "zombie"), "zh": ("僵尸进程", "全局变量")}[language]:
        firsts = {asked(page, form.format(query))[0][0] for form in words}
        assert len(firsts) == 1, query


def test_there_are_enough_queries():
    assert sum(map(len, QUERIES.values())) >= 60


def test_a_hundred_pages_are_searched_as_quickly(page, language):
    def hundred(route):
        answer = route.fetch()
        pages = json.loads(answer.text().partition("=")[2])
        many = [
            {**pages[i % len(pages)], "url": f"{i}/{pages[i % len(pages)]['url']}"}
            for i in range(100)
        ]
        route.fulfill(response=answer, body=f"var searchPages={json.dumps(many)}")

    page.route("**/searchindex.js", hundred)
    ready(page)
    for query in QUERIES[language]:
        found, took = asked(page, query)
        assert found
        assert took <= 100, query


def test_nothing_is_loaded_before_the_field_is_used(page):
    def asked_for():
        return page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")

    page.wait_for_load_state("networkidle")
    assert not [name for name in asked_for() if "searchindex" in name or "minisearch" in name]
    ready(page)
    assert [name for name in asked_for() if "searchindex" in name]


def test_each_result_shows_page_section_and_the_sentence_with_the_match(page, language):
    ready(page)
    word = {"en": "SIGBUS", "zh": "emptyDir"}[language]
    asked(page, word)
    result = page.locator(RESULTS).first
    assert "No space left on device" in result.locator(".result-page").inner_text()
    assert "/dev/shm" in result.locator(".result-section").inner_text()
    assert result.locator(".result-sentence mark").all_inner_texts() == [word]
    place = "production/limits-of-the-system.html#limits-of-the-system-bus-error"
    assert result.get_attribute("href").endswith(place)


def test_the_keyboard_is_enough(page, language):
    page.keyboard.press("/")
    assert page.evaluate(f"document.activeElement === document.querySelector('{FIELD}')")
    page.keyboard.type("fork")
    page.locator(RESULTS).first.wait_for()
    focused = "document.activeElement.href ?? document.activeElement.name"
    links = page.eval_on_selector_all(RESULTS, "all => all.map((one) => one.href)")
    for key, now in (
        ("ArrowDown", links[0]),
        ("ArrowDown", links[1]),
        ("ArrowUp", links[0]),
        ("ArrowUp", "q"),
    ):
        page.keyboard.press(key)
        assert page.evaluate(focused) == now
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "q"
    assert not page.locator(RESULTS).first.is_visible()
    page.keyboard.type("s")
    page.keyboard.press("Backspace")
    page.keyboard.press("Enter")
    page.wait_for_url(links[0])


def test_a_slash_that_is_typed_stays_one(page):
    ready(page)
    page.locator(FIELD).fill("")
    page.keyboard.type("a/b")
    assert page.locator(FIELD).input_value() == "a/b"


def test_the_number_of_results_is_said(page, language):
    status = page.locator("form.site-search [role=status]")
    assert status.count() == 1
    ready(page)
    one, many, none = STATUS[language]
    for query in (*list(QUERIES[language])[:10], "qqqqq"):
        found, _took = asked(page, query)
        expected = {0: none, 1: one}.get(len(found), many % len(found))
        assert status.text_content() == expected


def test_nothing_found_leads_on(page):
    ready(page)
    assert asked(page, "qqqqq")[0] == []
    assert page.locator("form.site-search [role=status]").is_visible()


def test_a_narrow_page_opens_its_menu_for_the_search(context, address, language):
    page = context(390).new_page()
    page.goto(f"{address}{language}/processes/threads.html")
    page.keyboard.press("/")
    page.keyboard.type("RLock")
    page.locator(RESULTS).first.wait_for()
    page.wait_for_function("document.querySelector('.sidebar-drawer').offsetLeft >= 0")
    box = page.locator(".search-panel").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_the_search_page_answers_in_itself(context, address, language):
    page = context().new_page()
    page.goto(f"{address}{language}/search.html?q=RLock")
    page.locator(f"article {RESULTS}").first.wait_for()
    assert "locks" in page.locator(RESULTS).first.get_attribute("href")


def test_it_works_from_a_disk(context, site, language):
    page = context().new_page()
    page.goto((site / language / "processes" / "threads.html").as_uri())
    page.locator(FIELD).focus()
    page.locator(FIELD).fill("RLock")
    page.locator(RESULTS).first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/synchronization/locks.html*")


def test_without_scripts_the_field_leads_to_the_list_of_everything(context, address, language):
    page = context(java_script_enabled=False).new_page()
    page.goto(f"{address}{language}/processes/threads.html")
    page.locator(FIELD).fill("task_done")
    page.locator(FIELD).press("Enter")
    page.wait_for_url("**/search.html?q=task_done")
    assert page.locator("article noscript").is_visible()
    assert page.locator("article li a", has_text="task_done").count() == 1
