"""What each page looks like where something is missing: width, scripts, a server, a screen."""

from urllib.parse import unquote, urlsplit

from tests.browser.checks import sticking_out
from tests.browser.conftest import NARROW, WIDE

TABS = ".sd-tab-set > label"


def test_the_page_never_scrolls_sideways(path, address, context):
    page = context().new_page()
    page.goto(address + path)
    problems = []
    for width in (WIDE, NARROW, 320):
        page.set_viewport_size({"width": width, "height": 900})
        problems += sticking_out(page)
    assert problems == []


def text(page):
    page.evaluate("document.querySelectorAll('noscript').forEach((element) => element.remove())")
    return page.locator("article, main").first.inner_text().split()


def test_nothing_is_missing_without_scripts(path, address, context):
    with_scripts = context().new_page()
    with_scripts.goto(address + path)
    page = context(java_script_enabled=False).new_page()
    page.goto(address + path)
    assert text(page) == text(with_scripts)
    for number in range(page.locator(TABS).count()):
        page.locator(TABS).nth(number).click()
        assert page.locator(".sd-tab-set > .sd-tab-content").nth(number).is_visible()
    links = page.locator(".sidebar-tree a")
    assert all(link.is_visible() for link in links.all())
    if links.count():
        page.set_viewport_size({"width": NARROW, "height": 900})
        assert not reachable(links.first)
        page.locator(".mobile-header label.nav-overlay-icon").click()
        page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")
        assert all(reachable(link) for link in links.all())


def reachable(link):
    """Whether it is seen, if only after scrolling down."""
    box = link.bounding_box()
    return box is not None and box["x"] >= 0 and box["x"] + box["width"] <= NARROW


def test_a_folder_does_instead_of_a_server(path, site, visit):
    seen = visit((site / path).as_uri())
    page = seen.page
    assert seen.problems == []
    sheets = "[...document.querySelectorAll('link[rel=stylesheet], style')].map((e) => !!e.sheet)"
    assert set(page.evaluate(sheets)) == {True}
    links = page.evaluate("[...document.querySelectorAll('a[href]')].map((link) => link.href)")
    files = {urlsplit(link).path for link in links if link.startswith("file:")}
    assert [f for f in files if not (site / unquote(f)).is_file()] == []


def test_print_has_all_tabs_and_no_navigation(path, address, context):
    page = context().new_page()
    page.goto(address + path)
    page.emulate_media(media="print")
    assert all(content.is_visible() for content in page.locator(".sd-tab-content").all())
    for part in (".sidebar-drawer", ".toc-drawer", ".mobile-header", ".back-to-top"):
        assert not any(each.is_visible() for each in page.locator(part).all()), part
