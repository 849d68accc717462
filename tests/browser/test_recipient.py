"""What a recruiter meets: a phone's first screen, proof two taps away, one sheet of paper."""

import gzip
import io
import re

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.conftest import Sites
from tests.browser.probes import first_screen_boxes, note_requests, outside_first_screen
from tests.browser.sites import Site

pytestmark = pytest.mark.browser

FIRST_SCREEN = (
    *(".ev-kicker", "h1", ".ev-role", ".ev-lede", "svg.ev-ring", ".ev-tally"),
    *("ul.ev-metrics > li", "nav.ev-bar-fixed"),
)
MOST_BYTES = 150_000
"""What a recipient's page may weigh on the wire, fonts included."""
each_dossier = pytest.mark.parametrize("name", ["databricks", "tensorzero"])


@pytest.fixture
def reachable(sites: Sites) -> Site:
    return sites["reachable-private"]


def preview(name: str) -> str:
    return f"/applications/{name}/preview/"


def test_first_screen_of_a_phone_answers_everything(page: Page, reachable: Site) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(reachable.address + preview("databricks"))
    assert outside_first_screen(page, FIRST_SCREEN) == []
    boxes = first_screen_boxes(page, FIRST_SCREEN)
    assert len(boxes["ul.ev-metrics > li"]) == 3
    (bar,) = boxes["nav.ev-bar-fixed"]
    for name, found in boxes.items():
        if name != "nav.ev-bar-fixed":
            assert all(box[3] <= bar[1] for box in found), f"{name} is under the bar"
    tops = [boxes[name][0][1] for name in FIRST_SCREEN[:5]]
    assert tops == sorted(tops)


IS_LIT = """anchor => {
    const card = document.getElementById(anchor);
    if (!card || document.querySelector(":target") !== card) return "not the target";
    const top = card.getBoundingClientRect().top;
    if (top < 0 || top > innerHeight - 40) return `at ${top}`;
    const tint = getComputedStyle(card).backgroundColor;
    return tint === getComputedStyle(card.parentElement).backgroundColor ? "not lit" : "";
}"""


@each_dossier
@pytest.mark.parametrize("width", [390, 1280])
def test_every_proof_leads_to_its_card_on_the_page(
    name: str, width: int, page: Page, reachable: Site
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(reachable.address + preview(name))
    links = page.locator(".ev-metric__src a, .ev-proof dd:last-of-type a, a.ev-cite")
    targets = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(targets) > 10
    assert {target[0] for target in targets} == {"#"}
    faults = []
    for target in sorted(set(targets)):
        page.evaluate("target => { location.hash = target }", target)
        fault = page.evaluate(IS_LIT, target[1:])
        if fault:
            faults.append(f"{target}: {fault}")
    assert faults == []


@each_dossier
def test_a_page_is_one_light_file(name: str, own_page: Page, reachable: Site) -> None:
    asked = note_requests(own_page)
    own_page.goto(reachable.address + preview(name), wait_until="networkidle")
    assert asked == [reachable.address + preview(name)]
    body = (reachable.folder / preview(name).strip("/") / "index.html").read_bytes()
    print(f"{name}: {len(body):,} bytes, {len(gzip.compress(body)):,} compressed")
    assert len(gzip.compress(body)) < MOST_BYTES
    families = "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family).sort()"
    assert own_page.evaluate(families) == ["Inter Var", "Source Serif Var"]


@pytest.mark.parametrize("sheet", ["A4", "Letter"])
def test_seven_rows_fit_one_sheet(sheet: str, page: Page, reachable: Site) -> None:
    page.goto(reachable.address + preview("databricks"))
    document = PdfReader(io.BytesIO(page.pdf(format=sheet, prefer_css_page_size=True)))
    assert len(document.pages) == 1
    text = document.pages[0].extract_text()
    assert text.startswith("For Databricks")
    assert "ada@example.org" in text
    assert "See the proof" not in text
    table = text.partition("Your requirements")[2]
    assert len(re.findall(r"Check it|Source on request", table)) == 7


@each_dossier
def test_nothing_private_is_on_it(name: str, page: Page, reachable: Site) -> None:
    page.goto(reachable.address + preview(name))
    text = page.locator("body").inner_html().lower()
    other = {"databricks": "tensorzero", "tensorzero": "databricks"}[name]
    words = (other, "private", "assessment", "estimate", "/ 5", "overdue", "used by", "drafting")
    assert [word for word in words if re.search(rf"(?<![\w-]){re.escape(word)}\b", text)] == []
    assert (
        page.locator("meta[name=robots]").get_attribute("content") == "noindex,nofollow,noarchive"
    )
