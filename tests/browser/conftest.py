"""The built site on a server, a browser, and a table of what was measured."""

import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from ipcdocs._recording.basics import PACKAGE
from tests.browser.checks import OBSERVE_SHIFTS, Visit
from tests.browser.serve import SlowHandler, served
from tests.conftest import part_in

CHROMIUM = os.environ["CHROMIUM"]
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
]
WIDE, NARROW = 1280, 390


def pytest_configure(config):
    """Build and serve the site, in the process that starts the workers."""
    if hasattr(config, "workerinput"):
        return
    stack = ExitStack()
    config.add_cleanup(stack.close)
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="ipcdocs-site-"))
    address = stack.enter_context(served(folder))
    done = subprocess.run(
        [sys.executable, PACKAGE.parent / "docs" / "build.py", folder, "--address", address],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        pytest.exit(f"the site does not build:\n{done.stdout}{done.stderr}", returncode=1)
    slow = stack.enter_context(served(folder, SlowHandler))
    os.environ |= {"SITE_FOLDER": folder, "SITE_ADDRESS": address, "SLOW_ADDRESS": slow}


def pytest_generate_tests(metafunc):
    """Measure every page, or every Nth."""
    if "path" in metafunc.fixturenames:
        one, of = part_in("PAGES_PART")
        site = Path(os.environ["SITE_FOLDER"])
        paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
        metafunc.parametrize("path", paths[one - 1 :: of])


def pytest_report_header():
    return "pages: part {} of {}".format(*part_in("PAGES_PART"))


def pytest_collection_modifyitems(items):
    """What needs a quiet machine comes last."""
    items.sort(key=lambda item: "lighthouse" in item.nodeid)


@pytest.fixture(scope="session")
def site():
    """The site's folder."""
    return Path(os.environ["SITE_FOLDER"])


@pytest.fixture(scope="session")
def address():
    """The site's address, with a slash at its end."""
    return os.environ["SITE_ADDRESS"]


@pytest.fixture(scope="session")
def slow_address():
    """The address of the site at the end of a slow line."""
    return os.environ["SLOW_ADDRESS"]


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright):
    with playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS) as browser:
        yield browser


@pytest.fixture
def context(browser):
    """Makes visitors: windows that share a profile of their own, which is empty at first."""
    with ExitStack() as stack:

        def make(width=WIDE, scheme="light", **more):
            window = {"viewport": {"width": width, "height": 900}, "reduced_motion": "reduce"}
            made = browser.new_context(**window, color_scheme=scheme, **more)
            stack.callback(made.close)
            made.set_default_timeout(15_000)
            made.add_init_script(OBSERVE_SHIFTS)
            return made

        yield make


@pytest.fixture
def visit(context):
    """Opens an address as a first visitor does."""

    def opened(url, **more):
        return Visit(context(**more).new_page()).open(url)

    return opened


@pytest.fixture
def figure(record_property, path):
    """Notes a figure of the page for the table; of several, the table shows the largest."""
    return lambda name, value: record_property("figure", (path, name, value))


def pytest_terminal_summary(terminalreporter):
    """Print a line for each page."""
    table: dict[str, dict[str, float]] = defaultdict(dict)
    names: dict[str, int] = {}
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, []):
            for kind, value in report.user_properties:
                if kind == "figure":
                    page, name, number = value
                    names[name] = max(len(name), 7)
                    table[page][name] = max(number, table[page].get(name, number))
    if table:
        first = max(map(len, table))
        head = "".join(f"{name:>{width + 2}}" for name, width in names.items())
        terminalreporter.section("measured")
        terminalreporter.write_line(f"{'':{first}}{head}")
        for page in sorted(table):
            row = "".join(f"{table[page].get(n, ''):>{w + 2}}" for n, w in names.items())
            terminalreporter.write_line(f"{page:{first}}{row}")
