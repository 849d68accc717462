"""What only a browser can tell of the shipped content: all of it can be reached."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.sites import Site, served
from tests.builders import MINIMAL
from tests.render.fixtures import dossier, role, row
from tests.sites import project, run

pytestmark = pytest.mark.browser

DOSSIERS = ("databricks", "tensorzero")
PRIVATE_WORDS = (*DOSSIERS, "private", "overdue", "drafting", "mountain view", "gaps")


@pytest.fixture(scope="module")
def staged_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a small private site whose dossiers are at different stages."""
    root, folder = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("staged")
    stages = {"acme": "drafting", "other": "applied", "third": "applied"}
    dossiers = {
        f"content/applications/{name}/index.md": dossier(
            company=name,
            status=stage,
            roles=[role(f"r{number}") for number in range(4)],
            proof_points=[row("a")],
        )
        for name, stage in stages.items()
    }
    project(root / "x", {**MINIMAL, **dossiers})
    run(root / "x", "dossier", "build", "--private", str(folder))
    with served(folder) as address:
        yield address


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


def unfold(page: Page) -> None:
    """Open the sections of a dossier, of which a phone shows the first."""
    for part in page.locator("details.ev-part:not([open]) > summary").element_handles():
        part.click()


@pytest.mark.parametrize(
    ("name", "rows_in_all", "width"), [("databricks", 7, 1280), ("tensorzero", 12, 390)]
)
def test_every_row_opens_and_leads_to_its_cards(
    name: str, rows_in_all: int, width: int, page: Page, private_site: Site
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    here = f"{private_site.address}/applications/{name}/"
    page.goto(here)
    unfold(page)
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
    unfold(page)
    rows.nth(0).locator("summary").click()
    link = rows.nth(0).locator("dl.ev-dl > dd:last-of-type a").first
    target = str(link.evaluate("link => link.href"))
    link.click()
    page.wait_for_url(target)
    assert in_sight(page, target.partition("#")[2])


def test_evidence_opens_without_a_script(scriptless: Page, private_site: Site) -> None:
    scriptless.goto(f"{private_site.address}/applications/databricks/")
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

    every = [name for name in ("acme", "other", "third") for _ in range(4)]
    assert seen() == every
    scriptless.locator("label[for=f-applied]").click()
    assert seen() == every[4:]
    scriptless.locator("#f-applied").press("ArrowLeft")
    assert seen() == every[:4]
    scriptless.locator("label[for=f-all]").click()
    assert seen() == every


def test_private_pages_say_so_while_they_scroll(page: Page, private_site: Site) -> None:
    page.goto(f"{private_site.address}/applications/tensorzero/")
    assert page.locator(".ev-private").is_visible()
    page.mouse.wheel(0, 4000)
    page.wait_for_function("scrollY > 1000")
    header = page.locator(".md-header")
    drawn = """header => [...header.querySelectorAll("*")].flatMap(node =>
        ["::before", "::after"].map(part => getComputedStyle(node, part).content)).join()"""
    assert "Private" in header.inner_text() + header.evaluate(drawn)


def test_public_home_has_no_private_word(page: Page, public_site: Site) -> None:
    page.goto(public_site.address)
    text = page.locator("body").inner_text().lower()
    assert "i build agent infrastructure" in text
    found = [word for word in PRIVATE_WORDS if re.search(rf"\b{word}\b", text)]
    assert found == []
    assert page.locator(".ev-private").count() == 0
    links = page.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert not [link for link in links if "applications" in link or "problems" in link]
