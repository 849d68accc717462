"""What only a browser can tell of the shipped content: nothing overflows, all of it can be reached.

A real private build is served from a temporary folder, on this machine alone.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.browser.ensure import ADVICE, find_chromium
from tests.builders import MINIMAL, REPOSITORY
from tests.render.fixtures import dossier, role, row
from tests.sites import project, run

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 768, 1280)
DOSSIERS = ("databricks", "tensorzero")
PRIVATE_WORDS = (*DOSSIERS, "private", "overdue", "drafting", "mountain view", "gaps")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: a missing page is what a test asks about."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine, and yield its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    assert chromium, ADVICE
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def private_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("private")
    run(REPOSITORY, "dossier", "build", "--private", str(folder))
    return folder


@pytest.fixture(scope="module")
def private_site(private_folder: Path) -> Iterator[str]:
    with served(private_folder) as address:
        yield address


@pytest.fixture(scope="module")
def public_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("public")
    run(REPOSITORY, "mkdocs", "build", "--quiet", "--site-dir", str(folder))
    with served(folder) as address:
        yield address


@pytest.fixture(scope="module")
def staged_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a small private site whose dossiers are at different stages."""
    root, folder = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("staged")
    stages = {"acme": "drafting", "other": "applied", "third": "applied"}
    dossiers = {
        f"content/applications/{name}/index.md": dossier(
            company=name, status=stage, roles=[role("ml")], proof_points=[row("a")]
        )
        for name, stage in stages.items()
    }
    project(root / "x", {**MINIMAL, **dossiers})
    run(root / "x", "dossier", "build", "--private", str(folder))
    with served(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield context.new_page()


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


def addresses(folder: Path) -> list[str]:
    """Return every page of a site."""
    return sorted(
        f"/{path.parent.relative_to(folder).as_posix()}/".replace("/./", "/")
        for path in folder.rglob("index.html")
    )


def test_pages_keep_to_their_width_and_to_themselves(
    page: Page, private_site: str, private_folder: Path
) -> None:
    said: list[str] = []
    asked: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            said.append(f"{page.url}: {message.text}")

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("request", note)
    found = addresses(private_folder)
    assert {"/", "/evidence/", "/projects/qortex/", "/applications/databricks/"} <= set(found)
    wide = []
    for address in [*found, "/no-such-page/"]:
        page.goto(private_site + address)
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            needed = page.evaluate("document.documentElement.scrollWidth")
            if needed > width:
                wide.append(f"{address} needs {needed} of {width}")
    assert wide == []
    assert [line for line in said if "no-such-page" not in line] == []
    assert [url for url in asked if not url.startswith(private_site)] == []


def in_sight(page: Page, anchor: str) -> bool:
    """Whether a card is the target, tinted, and neither above nor below what is seen."""
    return bool(
        page.evaluate(
            """anchor => {
                const card = document.getElementById(anchor);
                if (document.querySelector(":target") !== card) return false;
                const header = document.querySelector(".md-header").getBoundingClientRect();
                const top = card.getBoundingClientRect().top;
                const tint = getComputedStyle(card).backgroundColor;
                const other = getComputedStyle(card.parentElement).backgroundColor;
                return top >= header.bottom - 1 && top < innerHeight - 40 && tint !== other;
            }""",
            anchor,
        )
    )


OPEN_ROWS = """rows => rows.map(row => {
    const proof = row.querySelector("details .ev-proof");
    const wasOpen = proof.checkVisibility();
    row.querySelector("summary").click();
    const links = [...proof.querySelectorAll("dl.ev-dl > dd:last-of-type a")];
    const seen = links.map(link => [link.href, link.checkVisibility()]);
    return [wasOpen, proof.querySelectorAll("dl.ev-dl").length, seen];
})"""


@pytest.mark.parametrize(
    ("name", "rows_in_all", "width"), [("databricks", 7, 1280), ("tensorzero", 12, 390)]
)
def test_every_row_opens_and_leads_to_its_cards(
    name: str, rows_in_all: int, width: int, page: Page, private_site: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    here = f"{private_site}/applications/{name}/"
    page.goto(here)
    rows = page.locator("table.ev-req tbody tr")
    opened = rows.evaluate_all(OPEN_ROWS)
    assert len(opened) == rows_in_all
    cards: set[str] = set()
    for was_open, records, links in opened:
        assert not was_open
        assert len(links) == records >= 1
        assert all(is_seen for _, is_seen in links)
        cards |= {str(address) for address, _ in links}
    assert all("/projects/" in card or "/evidence/" in card for card in cards)
    for card in sorted(cards):
        page.goto(card)
        assert in_sight(page, card.partition("#")[2]), card
    # And once as a reader gets there.
    page.goto(here)
    rows.nth(0).locator("summary").click()
    link = rows.nth(0).locator("dl.ev-dl > dd:last-of-type a").first
    target = str(link.evaluate("link => link.href"))
    link.click()
    page.wait_for_url(target)
    assert in_sight(page, target.partition("#")[2])


def test_evidence_opens_without_a_script(scriptless: Page, private_site: str) -> None:
    scriptless.goto(f"{private_site}/applications/databricks/")
    first = scriptless.locator("table.ev-req details").first
    assert not first.locator(".ev-proof").is_visible()
    first.locator("summary").click()
    assert first.locator(".ev-proof").is_visible()
    answer = scriptless.locator(".ev-drill details").first
    answer.locator("summary").click()
    assert answer.locator(".ev-answer").is_visible()


def test_stages_filter_without_a_script(scriptless: Page, staged_site: str) -> None:
    scriptless.goto(f"{staged_site}/applications/")
    rows = scriptless.locator("table.ev-pipe tbody tr")

    def seen() -> list[str]:
        return [row.locator("th a").inner_text() for row in rows.all() if row.is_visible()]

    assert seen() == ["acme", "other", "third"]
    scriptless.locator("label[for=f-applied]").click()
    assert seen() == ["other", "third"]
    scriptless.locator("#f-applied").press("ArrowLeft")
    assert seen() == ["acme"]
    scriptless.locator("label[for=f-all]").click()
    assert seen() == ["acme", "other", "third"]


@pytest.mark.parametrize("address", ["/", "/projects/qortex/", "/applications/databricks/"])
def test_first_tab_is_the_skip_link(address: str, page: Page, private_site: str) -> None:
    page.goto(private_site + address)
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.get_attribute("href") == "#content"
    assert focused.is_visible()
    assert focused.evaluate("link => link.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('content').contains(document.activeElement)")


def test_private_pages_say_so_while_they_scroll(page: Page, private_site: str) -> None:
    page.goto(f"{private_site}/applications/tensorzero/")
    assert page.locator(".ev-private").is_visible()
    page.mouse.wheel(0, 4000)
    page.wait_for_function("scrollY > 1000")
    header = page.locator(".md-header")
    drawn = """header => [...header.querySelectorAll("*")].flatMap(node =>
        ["::before", "::after"].map(part => getComputedStyle(node, part).content)).join()"""
    assert "Private" in header.inner_text() + header.evaluate(drawn)


def test_public_home_has_no_private_word(page: Page, public_site: str) -> None:
    page.goto(public_site)
    text = page.locator("body").inner_text().lower()
    assert "i build agent infrastructure" in text
    found = [word for word in PRIVATE_WORDS if re.search(rf"\b{word}\b", text)]
    assert found == []
    assert page.locator(".ev-private").count() == 0
    links = page.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert not [link for link in links if "applications" in link or "problems" in link]
