"""An opened share is the recipient's page of the design: first screen, proofs, paper, for all."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.axe import CONTRAST, violations
from tests.browser.probes import (
    outside_first_screen,
    shifts,
    small_targets,
    too_wide,
)
from tests.browser.shares import ID, KEY, OTHER_KEY, Desk, desk_at, documents, outcome, watch
from tests.browser.test_recipient import FIRST_SCREEN
from tests.html import parse

pytestmark = pytest.mark.browser

SCHEMES = ("light", "dark")
each_scheme = pytest.mark.parametrize("scheme", SCHEMES)
NAMES = {"databricks": ID, "tensorzero": "tensorzerotensorzero234567"}
each_dossier = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return documents(tmp_path_factory.mktemp("content"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, sent: dict[str, Any]) -> Iterator[Desk]:
    with desk_at(tmp_path_factory.mktemp("desk")) as desk:
        for name, share_id in NAMES.items():
            desk.seal(sent[name], share_id=share_id)
        yield desk


def test_a_document_has_no_style_of_its_own(sent: dict[str, Any]) -> None:
    # The policy of the page would refuse it, and the reader miss what it was for.
    assert set(sent) >= set(NAMES)
    for document in sent.values():
        assert [node for node in parse(document["html"]) if "style" in node.attributes] == []


@each_dossier
def test_it_opens_in_one_request_and_says_nothing(name: str, own_page: Page, desk: Desk) -> None:
    desk.log.clear()
    said = watch(own_page)
    assert outcome(own_page, desk.link(NAMES[name])) == "open"
    own_page.wait_for_load_state("networkidle")
    assert len(desk.log) == 1
    assert (said, own_page.evaluate("refused")) == ([], [])
    families = "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family).sort()"
    assert own_page.evaluate(families) == ["Inter Var", "Source Serif Var"]
    assert own_page.evaluate("document.title") == "Shared document"
    data = "document.querySelector(\"script[type='application/ld+json']\")?.textContent ?? '{}'"
    assert json.loads(own_page.evaluate(data)).get("hasPart")


def test_first_screen_of_a_phone_answers_everything(page: Page, desk: Desk) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    outcome(page, desk.link())
    assert outside_first_screen(page, FIRST_SCREEN) == []
    looks = "([a, b]) => { const [x, y] = [a, b].map(getComputedStyle);"
    looks += " return [x.backgroundColor === y.backgroundColor, x.display, x.fontWeight]; }"
    first, accent = page.locator(".ev-bar-fixed a").first, page.locator(".ev-contact a.ev-btn--p")
    pair = [first.element_handle(), accent.element_handle()]
    assert page.evaluate(looks, pair) == [True, "flex", "600"]


@each_dossier
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_it_opens(name: str, width: int, page: Page, desk: Desk) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    outcome(page, desk.link(NAMES[name]))
    assert shifts(page) == []


def test_it_fits_every_width(page: Page, desk: Desk) -> None:
    outcome(page, desk.link())
    assert list(too_wide(page, (320, 390, 768, 1280))) == []


_IS_LIT = """anchor => {
    const card = document.getElementById(anchor);
    if (!card?.matches(".is-target")) return "not marked";
    const top = card.getBoundingClientRect().top;
    if (top < 0 || top > innerHeight - 40) return `at ${top}`;
    const tint = getComputedStyle(card).backgroundColor;
    return tint === getComputedStyle(card.parentElement).backgroundColor ? "not lit" : "";
}"""


@each_dossier
def test_every_proof_leads_to_its_card(name: str, page: Page, desk: Desk) -> None:
    outcome(page, desk.link(NAMES[name]))
    links = page.locator(".ev-metric__src a, .ev-proof dd:last-of-type a, a.ev-cite")
    targets = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(targets) > 10
    faults = []
    for target in sorted(set(targets)):
        page.locator(f"a[href='{target}']").first.evaluate("link => link.click()")
        fault = page.evaluate(_IS_LIT, target[1:])
        if fault:
            faults.append(f"{target}: {fault}")
    assert faults == []
    assert page.url == desk.link(NAMES[name])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_prints_on_one_sheet(scheme: str, page: Page, desk: Desk) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    outcome(page, desk.link())
    document = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(document.pages) == 1
    assert document.pages[0].extract_text().startswith("For Databricks")


@each_dossier
def test_axe_finds_nothing_on_it(name: str, still: Page, desk: Desk) -> None:
    outcome(still, desk.link(NAMES[name]))
    for width in (320, 1280):
        still.set_viewport_size({"width": width, "height": 900})
        assert violations(still, without=(CONTRAST,)) == []
    still.set_viewport_size({"width": 390, "height": 900})
    assert violations(still) == []
    still.emulate_media(color_scheme="dark")
    assert violations(still, (CONTRAST,)) == []


@each_scheme
def test_what_does_not_open_is_for_everybody_too(scheme: str, still: Page, desk: Desk) -> None:
    still.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    desk.seal(share_id="asksforapassphrase22222222", passphrase="one two three four five")
    for link, expected in (
        (desk.path(), "nokey"),
        (desk.link(key=OTHER_KEY), "wrongkey"),
        (desk.link("asksforapassphrase22222222", KEY), "asks"),
    ):
        assert outcome(still, link) == expected
        for width in (320, 1280):
            still.set_viewport_size({"width": width, "height": 800})
            assert violations(still) == []
            assert small_targets(still) == []
            assert list(too_wide(still, (320,))) == []
