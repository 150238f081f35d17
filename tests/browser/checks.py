"""What is wrong with a page: each check returns a list, empty if all is well."""

import json
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Request, TimeoutError

MODULES = Path(__file__).parent / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"

# Sphinx writes XHTML's slashes, and puts the only h1 of a page into a section of an article.
NOT_COUNTED = (
    "Trailing slash on void elements",
    "Consider using the “h1” element as a top-level heading only",
    "Article lacks heading",
)

OBSERVE_SHIFTS = """
    window.shifts = [];
    const place = ({x, y, width, height}) =>
      [x, y, width, height].map(Math.round).join(" ");
    const called = (node) => node?.nodeType === Node.ELEMENT_NODE
      ? node.cloneNode().outerHTML : `the text ${JSON.stringify(node?.textContent)}`;
    new PerformanceObserver((list) => {
      for (const {value, sources} of list.getEntries()) {
        const moved = sources.map(({node, previousRect, currentRect}) =>
          `${called(node)} from ${place(previousRect)} to ${place(currentRect)}`);
        shifts.push({value, moved});
      }
    }).observe({type: "layout-shift", buffered: true});
"""

# All of axe's rules but those for more than WCAG's level AA, and those on trial.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES_OF_COLOURS = ["color-contrast", "link-in-text-block"]
RUN_AXE = """async (runOnly) => {
    for (const animation of document.getAnimations()) animation.finish();
    const {violations} = await axe.run(document, {runOnly, resultTypes: ["violations"]});
    return violations.flatMap(({id, impact, nodes}) => nodes.map(
      ({target, failureSummary}) => `${id} (${impact}): ${target.join(" ")}: ${failureSummary}`));
}"""

STICKING_OUT = """() => {
    const {scrollWidth} = document.scrollingElement;
    const problems = scrollWidth > innerWidth ? [`the page is ${scrollWidth} wide`] : [];
    const scrolls = (element) =>
      element && (["auto", "scroll"].includes(getComputedStyle(element).overflowX)
        ? element.getBoundingClientRect().right <= innerWidth + 0.5
        : scrolls(element.parentElement));
    for (const element of document.querySelectorAll("body :is(article, main) *")) {
      const {right, width} = element.getBoundingClientRect();
      if (width && element.checkVisibility() && right > innerWidth + 0.5 && !scrolls(element)) {
        problems.push(`${element.cloneNode().outerHTML} ends at ${Math.round(right)}`);
      }
    }
    return problems.map((problem) => `${problem} in a window ${innerWidth} wide`);
}"""


class Visit:
    """What a page asked for while it was loaded, and what went wrong; made before it is opened."""

    def __init__(self, page):
        self.page = page
        self.requests: list[str] = []
        self.problems: list[str] = []
        self.waiting: list[Request] = []
        self.bytes = 0
        page.on("request", self.asked)
        page.on("requestfinished", lambda request: self.waiting.remove(request))
        page.on("requestfailed", self.failed)
        page.on("response", self.answered)
        page.on("console", self.said)
        page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))
        self.devtools = page.context.new_cdp_session(page)
        self.devtools.send("Network.enable")
        self.devtools.on("Network.loadingFinished", self.loaded)

    def asked(self, request):
        self.requests.append(request.url)
        self.waiting.append(request)

    def failed(self, request):
        self.waiting.remove(request)
        self.problems.append(f"{request.url}: {request.failure}")

    def answered(self, response):
        if response.status >= 400:
            self.problems.append(f"{response.url}: status {response.status}")

    def said(self, message):
        if message.type in ("error", "warning"):
            self.problems.append(f"console: {message.text}")

    def loaded(self, event):
        self.bytes += event["encodedDataLength"]

    def open(self, url):
        try:
            self.page.goto(url)
        except TimeoutError as error:
            raise AssertionError(f"{url} waits for {[r.url for r in self.waiting]}") from error
        while True:
            asked = len(self.requests)
            self.page.wait_for_timeout(100)
            if asked == len(self.requests) and not self.waiting:
                return self

    def elsewhere(self):
        """Requests to another origin than the page's."""
        origins = {urlsplit(url)[:2] for url in self.requests}
        return sorted(map(str, origins - {urlsplit(self.page.url)[:2], ("data", "")}))


def inaccessible(page, rules=RULES):
    """Violations of axe's rules."""
    return page.evaluate(RUN_AXE, rules)


def shifted(page):
    """What has moved without being asked to, and how far; needs OBSERVE_SHIFTS."""
    page.evaluate(
        "() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 200))"
    )
    return [f"{s['value']:.5f}: {'; '.join(s['moved'])}" for s in page.evaluate("shifts")]


def sticking_out(page):
    """Whatever makes the page scroll sideways."""
    return page.evaluate(STICKING_OUT)


def invalid(folder):
    """What the Nu checker has to say about the HTML files of a folder."""
    # It guesses a page's language from its words, and code makes a Chinese page Norwegian to it.
    options = ["--format", "json", "--skip-non-html", "--no-langdetect"]
    command = ["java", "-jar", VNU, *options, folder]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    return [
        f"{message['url'].rpartition(folder.name)[2]}:{message['lastLine']}: {message['message']} "
        f"{message['extract']!r}"
        for message in json.loads(done.stderr)["messages"]
        if not message["message"].startswith(NOT_COUNTED)
    ]


def lighthouse(url, port, *more):
    """Lighthouse's report on a page, as seen by the browser that listens on a port."""
    options = [f"--port={port}", "--output=json", "--quiet", "--disable-full-page-screenshot"]
    command = ["node", LIGHTHOUSE, url, *options, *more]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
