"""The front page offers the reader's language first, and the one that was chosen from then on."""

import pytest

FIRST = """() => [...document.querySelectorAll("li")]
    .sort((one, two) => one.getBoundingClientRect().left - two.getBoundingClientRect().left
        || one.getBoundingClientRect().top - two.getBoundingClientRect().top)[0]
    .querySelector("a").lang"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    ("locale", "first"),
    [("zh-CN", "zh-CN"), ("zh-TW", "zh-CN"), ("en-GB", "en"), ("de-DE", "en")],
)
def test_the_readers_language_comes_first(context, address, locale, first, width):
    page = context(width, locale=locale).new_page()
    page.goto(address)
    assert page.evaluate(FIRST) == first
    assert page.url == address


@pytest.mark.parametrize(("locale", "other"), [("en-GB", "zh-CN"), ("zh-CN", "en")])
def test_the_choice_is_remembered(context, address, locale, other):
    visitor = context(locale=locale)
    page = visitor.new_page()
    page.goto(address)
    page.locator(f'a[lang="{other}"]').click()
    page.wait_for_url("**/index.html")
    again = visitor.new_page()
    again.goto(address)
    assert again.evaluate(FIRST) == other


def test_a_switch_of_the_language_is_a_choice_too(context, address):
    visitor = context(locale="en-GB")
    page = visitor.new_page()
    page.goto(f"{address}en/processes/threads.html#threads-lost")
    page.locator(".sidebar-twin a.twin").click()
    page.wait_for_url("**/zh/processes/threads.html#threads-lost")
    page.goto(address)
    assert page.evaluate(FIRST) == "zh-CN"


def test_without_scripts_both_are_there(context, address):
    page = context(java_script_enabled=False).new_page()
    page.goto(address)
    page.locator('a[lang="zh-CN"]').click()
    page.wait_for_url("**/zh/index.html")


def test_a_wrong_address_leads_back(context, address):
    page = context().new_page()
    answer = page.goto(f"{address}en/no/such/page.html")
    assert answer.status == 404
    page.locator('a[lang="en"]').click()
    page.wait_for_url(f"{address}en/index.html")
