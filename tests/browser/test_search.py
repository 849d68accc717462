"""The search as somebody uses it: from the key that opens it to the page that is found."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.sites import Site

pytestmark = pytest.mark.browser


def test_words_lead_to_the_page_that_says_them(own_page: Page, private_site: Site) -> None:
    said: list[str] = []
    asked: list[str] = []
    own_page.on("console", lambda message: said.append(message.text))
    own_page.on("request", lambda request: asked.append(request.url))
    own_page.goto(f"{private_site.address}/design/", wait_until="networkidle")
    assert not [url for url in asked if "/search/" in url]
    own_page.keyboard.press("/")
    own_page.keyboard.type("Thompson samp")
    first = own_page.locator("#ev-search li").first
    first.locator("mark").wait_for()
    assert first.locator("mark").inner_text().lower().startswith(("thompson", "samp"))
    own_page.keyboard.press("ArrowDown")
    assert (
        own_page.evaluate("document.activeElement.textContent") == first.locator("a").inner_text()
    )
    own_page.keyboard.press("Enter")
    own_page.wait_for_url(lambda url: "/design/" not in url)
    assert "thompson sampling" in own_page.locator("#content").inner_text().lower()
    assert said == []


def test_nothing_found_is_said_and_escape_closes(page: Page, private_site: Site) -> None:
    page.goto(f"{private_site.address}/")
    page.locator("[data-search]").click()
    page.keyboard.type("qqqq zzzz")
    output = page.locator("#ev-search output")
    output.filter(has_text="No matching documents").wait_for()
    page.keyboard.press("Escape")
    assert not page.locator("#ev-search").is_visible()
    # The key is a letter like any other where somebody writes.
    page.keyboard.press("/")
    page.keyboard.type("and/or")
    assert page.locator("#ev-search input").input_value() == "and/or"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_it_fits_a_small_phone(
    still: Page, private_site: Site, scheme: str
) -> None:
    still.set_viewport_size({"width": 320, "height": 640})
    still.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    still.goto(f"{private_site.address}/")
    still.keyboard.press("/")
    still.keyboard.type("learn")
    still.locator("#ev-search li mark").first.wait_for()
    assert violations(still) == []
    dialog = still.locator("#ev-search").bounding_box()
    assert dialog
    assert dialog["x"] >= 0
    assert dialog["x"] + dialog["width"] <= 320
    assert still.evaluate("document.getElementById('ev-search').scrollWidth") <= dialog["width"]
