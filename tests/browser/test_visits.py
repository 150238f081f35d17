"""A first visit: what it asks for and what moves, also without scripts and from files."""

import pytest

from tests.browser.checks import Visit, shifted
from tests.browser.conftest import NARROW, WIDE

MOST = 60_000
"""Bytes that a first visit may transfer, headers included."""


def test_a_first_visit_is_light_and_asks_nobody_else(path, address, visit, figure):
    seen = visit(address + path)
    figure("kB", round(seen.bytes / 1000, 1))
    figure("requests", len(seen.requests))
    assert seen.problems == []
    assert seen.elsewhere() == []
    assert seen.bytes <= MOST


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_nothing_shifts(path, slow_address, context, width, scheme, figure):
    windows = context(width, scheme)

    def opened():
        return Visit(windows.new_page()).open(slow_address + path).page

    page = opened()
    moved = shifted(page)
    figure("shifts", len(moved))
    assert moved == []
    tabs = page.locator(".sd-tab-set > label")
    if tabs.count():
        # The choice of a start method is kept, and shown at once in another window.
        tabs.last.click()
        again = opened()
        assert again.locator(".sd-tab-set > input").last.is_checked()
        moved = shifted(again)
        figure("shifts", len(moved))
        assert moved == []
