"""Whether everybody can use each page, in each state that it can be in: the rules of axe."""

import pytest

from tests.browser.checks import AXE, RULES_OF_COLOURS, inaccessible
from tests.browser.conftest import NARROW, WIDE


def as_loaded(page, _narrow):
    return True


def tab_opened(page, _narrow):
    labels = page.locator(".sd-tab-set > label")
    if there := labels.count():
        labels.last.click()
    return there


def menu_opened(page, narrow):
    if there := narrow and page.locator(".sidebar-drawer").count():
        page.locator(".mobile-header label.nav-overlay-icon").click()
        page.wait_for_function("document.querySelector('.sidebar-drawer').offsetLeft >= 0")
    return there


def contents_opened(page, narrow):
    button = page.locator(".mobile-header label.toc-header-icon")
    if there := narrow and button.count() and button.is_visible():
        button.click()
        page.wait_for_function(
            "document.querySelector('.toc-drawer').getBoundingClientRect().right <= innerWidth"
        )
    return there


STATES = [as_loaded, tab_opened, menu_opened, contents_opened]


@pytest.fixture(params=[WIDE, NARROW])
def width(request):
    return request.param


@pytest.fixture
def visitor(context, width):
    visitor = context(width)
    visitor.add_init_script(path=AXE)
    return visitor


def violations(page):
    yield from inaccessible(page)
    page.emulate_media(color_scheme="dark")
    yield from (f"dark: {violation}" for violation in inaccessible(page, RULES_OF_COLOURS))


def test_everybody_can_use_it(path, address, visitor, width, figure):
    found = []
    for state in STATES:
        page = visitor.new_page()
        page.goto(address + path)
        if state(page, width == NARROW):
            found += [f"{state.__name__}: {violation}" for violation in violations(page)]
        page.close()
    figure("axe", len(found))
    assert found == []


def test_everybody_can_search(path, address, visitor, width, figure):
    page = visitor.new_page()
    page.goto(address + path)
    if page.locator(".sidebar-drawer").count():
        field = page.locator("form.site-search input[type=search]").first
        if not field.is_visible():
            menu_opened(page, width == NARROW)
        field.fill("fork")
        page.locator(".search-results a").first.wait_for()
        found = list(violations(page))
        figure("axe", len(found))
        assert found == []
