"""The built site in a browser: nothing fetched from elsewhere, nothing wider than the screen, search, keyboard."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from site_sample import PACK, sample_book, sample_docs
from tracker.building import build

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""The rules that a public body is held to (WCAG 2.2 A and AA), and good practice."""
KINDS = (
    "",
    "indicators/",
    "indicators/residential-burglary/",
    "indicators/incidents/",
    "indicators/gun-crime/",
    "outcomes/safety-2030-1-1/",
    "outcomes/safety-2030-1-2/",
    "priorities/safety-2030-1/",
    "strategies/safety-2030/",
    "commitments/safety-2030-1/",
    "meetings/meeting-2031-03-01/",
    "requests/foi-123/",
    f"papers/{PACK}/",
    f"papers/{PACK}-item-5/",
    "papers/",
    "forward-plan/",
    "due/",
    "figures-checked/",
    "glossary/",
    "data/",
    "search/",
    "about/",
)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """No line for each request."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """For what is not there the site's own page, as hosts of such sites send it."""
        page = (Path(self.directory) / "tracker" / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The built small board, served below a path as some hosts do."""
    folder = tmp_path_factory.mktemp("browser")
    docs, hosted = sample_docs(folder)
    build(sample_book(), docs, hosted, folder / "www" / "tracker", folder / "work")
    handler = functools.partial(Quiet, directory=str(folder / "www"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/tracker/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        program = program or (
            playwright.chromium.executable_path if Path(playwright.chromium.executable_path).exists() else None
        )
        if not program:
            pytest.fail("No browser: install Debian's package chromium, or run: make browser", pytrace=False)
        started = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield started
        started.close()


class Watched:
    """A page with what went wrong on it and what it asked of other hosts."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.address = address
        self.faults: list[str] = []
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", self._asked)
        self.page.on("response", lambda r: self.faults.append(f"{r.status} {r.url}") if r.status >= 400 else None)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(message.text)

    def _asked(self, request: object) -> None:
        url = getattr(request, "url", "")
        if not url.startswith((self.address, "data:", "blob:")):
            self.faults.append(f"asked for {url}")

    def go(self, path: str) -> Page:
        self.page.goto(self.address + path, wait_until="load")
        return self.page


@pytest.fixture
def wide(browser: Browser, address: str) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Watched(context, address)
    context.close()


@pytest.mark.parametrize(
    ("width", "scheme"),
    [(320, "light"), (390, "light"), (390, "dark"), (768, "light"), (1280, "light"), (1280, "dark")],
)
def test_pages_are_sound_at_every_width(browser: Browser, address: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    watched = Watched(context, address)
    too_wide = []
    for path in KINDS:
        page = watched.go(path)
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            too_wide.append(path)
        assert page.locator("h1").count() == 1, path
    assert watched.faults == []
    assert too_wide == []
    assert context.cookies() == []
    context.close()


def test_the_page_for_a_wrong_address_finds_its_site_below_a_path(wide: Watched) -> None:
    page = wide.go("indicators/gone/for/good/")
    page.locator(".md-tabs a", has_text="Figures").click()
    assert page.url == f"{wide.address}indicators/"
    page = wide.go("gone/")
    assert page.locator("h1").evaluate("e => getComputedStyle(e).fontFamily").startswith("-apple-system")
    page.locator("#q").fill("burglary")
    page.locator("form.md-search button").click()
    page.get_by_role("link", name="Residential Burglary").first.click()
    assert "residential-burglary" in page.url


STRUCTURE = """() => {
  const faults = [], seen = e => e.checkVisibility();
  const by = id => id && document.getElementById(id)?.textContent;
  const named = e => (e.getAttribute('aria-labelledby') || '').split(' ').map(by).join(' ');
  const drawn = e => [...e.querySelectorAll('img[alt], svg title')].map(i => i.alt || i.textContent).join('');
  const labelled = e => e.labels && [...e.labels].map(l => l.textContent).join(' ');
  const said = e => (e.getAttribute('aria-label') || labelled(e) || named(e) || e.textContent || '').trim() || drawn(e);
  let above = 0;
  for (const h of document.querySelectorAll('main h1, main h2, main h3, main h4, main h5, main h6')) {
    if (!seen(h)) continue;
    const level = Number(h.tagName[1]);
    if (above && level > above + 1) faults.push(`h${above} is followed by h${level}: ${h.textContent.trim()}`);
    if (!h.textContent.trim()) faults.push(`an empty h${level}`);
    above = level;
  }
  for (const i of document.querySelectorAll('img')) if (!i.hasAttribute('alt')) faults.push(`no alt: ${i.src}`);
  for (const s of document.querySelectorAll('svg'))
    if (!s.closest('[aria-hidden=true]') && !s.getAttribute('aria-label') && !s.querySelector('title') &&
        !s.getAttribute('aria-labelledby')) faults.push(`a drawing without a name: ${s.outerHTML.slice(0, 80)}`);
  for (const c of document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=group]'))
    if (seen(c) && !said(c)) faults.push(`no name: ${c.outerHTML.slice(0, 90)}`);
  for (const a of document.querySelectorAll('a[href]'))
    if (/^(here|click here|more|read more|link|this)\\.?$/i.test(a.textContent.trim()))
      faults.push(`says nothing: ${a.outerHTML.slice(0, 90)}`);
  for (const t of document.querySelectorAll('main table')) {
    if (!t.querySelector('th')) faults.push(`a table without heads: ${t.textContent.trim().slice(0, 60)}`);
    for (const h of t.querySelectorAll('th'))
      if (!/^(col|row)(group)?$/.test(h.scope)) faults.push(`no scope: ${h.outerHTML.slice(0, 80)}`);
    if (!t.querySelector('caption') && !t.closest('[aria-label]')) faults.push('a table without a name');
  }
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) faults.push(`twice on the page: #${id}`);
  if (!document.documentElement.lang) faults.push('no language');
  if (document.querySelectorAll('main').length !== 1) faults.push('not one main');
  return faults;
}"""
"""What a screen reader needs: headings in order, names on everything one can press, heads and captions on tables."""


def test_pages_can_be_read_without_seeing_them(wide: Watched) -> None:
    faults = {path: found for path in KINDS if (found := wide.go(path).evaluate(STRUCTURE))}
    assert faults == {}


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_axe_finds_nothing_to_mend(browser: Browser, address: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    watched = Watched(context, address)
    found = {}
    for path in KINDS:
        seen = Axe().run(watched.go(path), options={"runOnly": AXE_TAGS, "resultTypes": ["violations"]})
        if seen.response["violations"]:
            found[path] = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in seen.response["violations"]]
    context.close()
    assert found == {}


def test_a_wide_table_scrolls_in_its_own_box(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = Watched(context, address).go(f"papers/{PACK}-item-5/")
    box = page.locator(".st-scroll").first
    assert box.evaluate("box => box.scrollWidth > box.clientWidth + 100")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.st-scroll').scrollLeft > 0")
    context.close()


def test_search_finds_and_narrows_and_leaves_no_trace(wide: Watched) -> None:
    page = wide.go("indicators/gun-crime/")
    page.fill("#q", "burglary")
    page.press("#q", "Enter")
    dialog = page.get_by_role("dialog")
    status = dialog.get_by_role("status")
    page.wait_for_function("/\\d+ results? for/.test(document.querySelector('dialog [role=status]').textContent)")
    assert "burglary" in status.inner_text()
    first = dialog.locator(".st-hits a").first
    assert first.inner_text() == "Residential Burglary"
    hits = dialog.locator(".st-hitlist").inner_text()
    assert "Performance Dashboard, page 6" in hits
    assert "Westford pack of 1 June 2031" in hits
    before = int(status.inner_text().split()[0])
    dialog.locator("summary").click()
    dialog.get_by_label("Page of a paper").check()
    page.wait_for_function(f"!document.querySelector('dialog [role=status]').textContent.startsWith('{before} ')")
    kinds = dialog.locator(".st-hitlist h2").all_inner_texts()
    assert kinds == ["Pages of papers"]
    assert dialog.get_by_label("Page of a paper").is_checked()
    assert "burglary" not in page.url
    traces = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, document.title])")
    assert "burglary" not in traces
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert wide.faults == []


def test_a_hit_leads_to_the_printed_page(wide: Watched) -> None:
    page = wide.go("")
    page.fill("#q2", "burgled")
    page.press("#q2", "Enter")
    link = page.get_by_role("dialog").get_by_role("link", name="Performance Dashboard, page 6")
    link.click()
    page.wait_for_url("**/#page-2")
    assert page.locator("#page-2").is_visible()
    assert wide.faults == []


def test_the_search_page_searches_in_place(wide: Watched) -> None:
    page = wide.go("search/")
    field = page.get_by_role("searchbox", name="Search promises, figures and papers").last
    field.fill("xqzvw")
    page.wait_for_function("document.querySelector('[data-st-search] [role=status]').textContent.includes('Nothing')")
    assert page.url.endswith("/search/")


def test_a_question_is_searched_by_the_words_that_name_a_thing(wide: Watched) -> None:
    page = wide.go("search/")
    field = page.get_by_role("searchbox", name="Search promises, figures and papers").last
    said = "document.querySelector('[data-st-search] [role=status]').textContent"
    field.fill("Is burglary getting better?")
    page.wait_for_function(f"{said}.endsWith('for “burglary”')")
    assert page.locator(".st-hits a").first.inner_text() == "Residential Burglary"
    field.fill("What did they promise on burglary, and did it happen?")
    page.wait_for_function(f"{said}.endsWith('for “burglary”') && !{said}.startsWith('No page')")
    field.fill("burglary xqzvw")
    page.wait_for_function(f"{said}.startsWith('No page has all of these words.')")
    assert page.locator(".st-hits a").first.inner_text() == "Residential Burglary"
    field.fill('"burglary xqzvw"')
    page.wait_for_function(f"{said}.startsWith('Nothing was found')")
    assert wide.faults == []


def test_without_scripts_everything_is_reached(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="All figures, A to Z").click()
    page.get_by_role("link", name="Residential Burglary").first.click()
    assert page.locator("svg[role=img]").first.is_visible()
    assert page.locator("table").first.is_visible()
    page.get_by_role("link", name="Read it on the page").first.click()
    assert "papers/" in page.url
    page.fill("#q", "burglary")
    page.press("#q", "Enter")
    assert page.url.split("?")[0].endswith("/search/")
    assert "burglary" not in page.url
    # the address changes before the page is drawn
    page.get_by_role("link", name="Figures, A to Z").wait_for(state="visible")
    context.close()


def test_the_keyboard_reaches_content_menu_and_search(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    watched = Watched(context, address)
    page = watched.go("indicators/residential-burglary/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    menu = page.get_by_role("button", name="Menu", exact=True)
    menu.focus()
    page.keyboard.press("Enter")
    assert page.locator("#site-nav").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#site-nav").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Menu"
    assert watched.faults == []
    context.close()


def test_colours_are_switched_and_remembered(wide: Watched) -> None:
    page = wide.go("indicators/residential-burglary/")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Dark colours").click()
    dark = page.evaluate(ground)
    assert dark != light
    page = wide.go("papers/")
    assert page.evaluate(ground) == dark
    page.get_by_role("button", name="Light colours").click()
    assert page.evaluate(ground) == light


def test_the_exit_is_there_on_its_pages_alone_and_leaves_at_once(wide: Watched) -> None:
    page = wide.go("outcomes/safety-2030-1-1/")
    assert page.get_by_role("link", name="Exit this page").count() == 0
    page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="elsewhere"))
    page = wide.go("outcomes/safety-2030-1-2/")
    assert page.get_by_role("link", name="Exit this page").is_visible()
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("https://www.bbc.co.uk/weather")


def test_print_has_the_content_and_not_the_menus(wide: Watched) -> None:
    page = wide.go("indicators/residential-burglary/")
    page.emulate_media(media="print")
    assert not page.locator(".md-tabs").is_visible()
    assert not page.locator("#site-nav").is_visible()
    assert page.locator("svg[role=img]").first.is_visible()
    assert page.locator(".st-cite").first.is_visible()


def test_a_table_of_many_columns_fits_on_paper(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 680, "height": 900})
    page = Watched(context, address).go("indicators/incidents/")
    # As many columns as a borough has wards.
    page.evaluate(
        """() => document.querySelectorAll("table.st-sortable tr").forEach(row => {
            for (let n = 0; n < 22; n++) {
                const cell = row.cells[row.cells.length - 1].cloneNode(true)
                if (cell.tagName === "TH") cell.textContent = "Finchley Church End"
                row.append(cell)
            }
        })"""
    )
    page.emulate_media(media="print")
    assert page.evaluate("document.querySelector('table.st-sortable').scrollWidth") <= 680
    context.close()


def test_a_long_table_sorts_and_filters(wide: Watched) -> None:
    page = wide.go("indicators/incidents/")
    first = "document.querySelector('table.st-sortable tbody').rows[0].cells[0].textContent"
    assert page.evaluate(first) == "Ward 1"
    head = page.get_by_role("columnheader", name="Theft")
    head.get_by_role("button").click()
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    values = page.locator("table.st-sortable tbody td:nth-child(2)").all_inner_texts()
    numbers = [int(value) for value in values if value.isdigit()]
    assert numbers == sorted(numbers, reverse=True)
    page.get_by_label("Show rows with").fill("ward 12")
    assert page.locator("table.st-sortable tbody tr:visible").count() == 1
    assert "1 of 27 rows" in page.locator(".st-rowfilter").inner_text()
    assert wide.faults == []
