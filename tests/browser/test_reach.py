"""What a reader without a mouse, without colours of the site's own or without a screen meets."""

import runpy
import shutil

import pytest

from tests.browser.conftest import NARROW
from tests.browser.serve import served

PAGE = "en/shared-memory/value.html"
FOCUSED = "document.activeElement"
STYLE = "(element, name) => getComputedStyle(element)[name]"


@pytest.fixture
def opened(context, address):
    """Opens a page, in a window of this width."""

    def open_(path=PAGE, width=1280, **more):
        page = context(width, **more).new_page()
        page.goto(address + path)
        return page

    return open_


def test_a_copy_button_that_has_the_focus_is_seen_and_says_that_it_copied(opened):
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    button = page.locator("button.copybtn").first
    button.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.wait_for_function(f"getComputedStyle({FOCUSED}).opacity === '1'")
    assert button.evaluate(STYLE, "outlineStyle") == "solid"
    spoken = page.locator("p.spoken[role=status]")
    assert spoken.text_content() == ""
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('p.spoken').textContent === 'Copied!'")


def test_what_an_output_gives_when_all_of_it_is_selected_is_what_was_printed(opened):
    page = opened()
    block = page.locator("#output-counter pre")
    block.evaluate("element => getSelection().selectAllChildren(element)")
    assert page.evaluate("getSelection().toString()").splitlines() == ["total 4000"]


def tabbed(page, presses):
    """What has the focus after each press of Tab."""
    told = f"{FOCUSED}.id || {FOCUSED}.className || {FOCUSED}.tagName"
    seen = []
    for _ in range(presses):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(told))
    return seen


def test_the_menu_of_a_narrow_page_opens_and_closes_by_keyboard(opened):
    page = opened(width=NARROW)
    links = page.locator(".sidebar-tree a")
    assert not links.first.is_visible()
    assert "__navigation" in tabbed(page, 3)
    page.locator("#__navigation").focus()
    page.keyboard.press("Space")
    assert links.first.is_visible()
    page.keyboard.press("Escape")
    assert not links.first.is_visible()
    assert page.evaluate(f"{FOCUSED}.id") == "__navigation"


def test_the_keyboard_does_not_go_where_nothing_is_seen(opened):
    page = opened(width=NARROW)
    inside = f"{FOCUSED}.closest('.sidebar-drawer, .toc-drawer') !== null"
    for _ in range(30):
        page.keyboard.press("Tab")
        assert not page.evaluate(inside)


def test_the_search_field_shows_its_focus(opened):
    page = opened()
    page.keyboard.press("/")
    around = page.locator(".sidebar-search-container")
    assert around.evaluate(STYLE, "outlineStyle") == "solid"


def test_colours_of_the_system_show_the_chosen_tab_and_the_found_word(opened):
    page = opened(forced_colors="active", scheme="dark")
    tabs = page.locator(".sd-tab-set").first.locator("> label")
    colours = [tab.evaluate(STYLE, "backgroundColor") for tab in tabs.all()]
    assert sorted(map(colours.count, colours)) == [1, 2, 2]
    page.keyboard.press("/")
    page.keyboard.type("deadlock")
    mark = page.locator(".search-results mark").first
    mark.wait_for()
    assert mark.evaluate(STYLE, "color") != mark.evaluate(STYLE, "backgroundColor")
    around = page.locator(".search-results a").first
    assert mark.evaluate(STYLE, "backgroundColor") != around.evaluate(STYLE, "backgroundColor")


def test_a_writers_button_is_pressed_and_not_only_passed(opened):
    page = opened()
    recording = page.locator(".recording:has(.writers):visible").first
    main, child = recording.locator(".writers button").all()[:2]
    other = recording.locator('.line[data-writer="child-1"]').first

    def dimmed():
        return other.evaluate(STYLE, "opacity") != "1"

    main.focus()
    assert not dimmed()
    page.keyboard.press("Enter")
    assert main.get_attribute("aria-pressed") == "true"
    assert dimmed()
    child.focus()
    page.keyboard.press("Enter")
    assert main.get_attribute("aria-pressed") == "false"
    assert not dimmed()


def test_the_contents_of_a_page_stand_beside_it_at_1280_pixels(opened):
    box = opened().locator(".toc-tree li a:visible").first.bounding_box()
    assert box["x"] + box["width"] <= 1280


def test_a_title_has_no_line_for_a_sign_that_is_not_seen(opened):
    page = opened("zh/managers/dict-and-list.html", NARROW)
    title = page.locator("h1")
    before = title.bounding_box()["height"]
    title.evaluate("element => element.querySelector('.headerlink').remove()")
    assert title.bounding_box()["height"] == before


def test_a_row_of_a_table_is_a_card_on_a_phone(opened):
    page = opened("en/index.html", NARROW)
    cells = page.locator("article table.docutils tbody tr").first.locator("td").all()
    boxes = [cell.bounding_box() for cell in cells]
    assert len({box["x"] for box in boxes}) == 1
    assert [box["y"] for box in boxes] == sorted({box["y"] for box in boxes})
    heads = page.locator("article table.docutils").first.locator("thead th").all_inner_texts()
    shown = "(cell) => getComputedStyle(cell, '::before').content"
    assert [cell.evaluate(shown) for cell in cells] == ["none", *(f'"{h}"' for h in heads[1:])]


def test_without_an_address_a_wrong_one_leads_back_from_anywhere(context, site, tmp_path):
    build = runpy.run_path("docs/build.py")
    folder = tmp_path / "a" / "host"
    for language in ("en", "zh"):
        for name in ("searchindex.js", "index.html"):
            (folder / language).mkdir(parents=True, exist_ok=True)
            shutil.copy(site / language / name, folder / language / name)
    build["write_root"](folder, None)
    shutil.copy(folder / "404.html", tmp_path / "404.html")
    with served(tmp_path) as host:
        page = context().new_page()
        page.goto(f"{host}a/host/en/no/such/page.html")
        page.wait_for_function(
            "document.querySelector('a').href.endsWith('/a/host/en/index.html')"
        )
