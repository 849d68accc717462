"""What axe-core finds on pages of every kind, light and dark, wide and narrow."""

import hashlib

import pytest
from playwright.sync_api import Page

from tests.browser.axe import CONTRAST, SCRIPT, SHA256, VERSION, violations
from tests.browser.sites import Site
from tests.browser.visits import (
    EXAMINED,
    FORGET,
    GO_DARK,
    SCHEMES,
    Visit,
    each_visit,
    pale_in_the_dark,
)

pytestmark = pytest.mark.browser

_LOOK = """() => {
    const { mdColorScheme: scheme, mdColorPrimary: primary, mdColorAccent: accent }
        = document.body.dataset;
    const colours = [...document.querySelectorAll("main *")].map(node => getComputedStyle(node))
        .map(({ color, backgroundColor, borderColor }) => [color, backgroundColor, borderColor]);
    return { scheme, primary, accent, colours };
}"""


def test_axe_is_the_one_that_was_published() -> None:
    content = SCRIPT.read_bytes()
    assert hashlib.sha256(content).hexdigest() == SHA256
    assert content.startswith(f"/*! axe v{VERSION}\n".encode())


def test_axe_finds_what_is_wrong(still: Page) -> None:
    still.set_content(
        "<html lang=en><title>x</title><main><h1>x</h1><details><summary>y</summary>"
        "<img src=x><p style='color:#aaa;background:#fff'>pale</p></details></main>"
    )
    assert {line.partition(":")[0] for line in violations(still)} == {"color-contrast", "image-alt"}


@each_visit(EXAMINED)
def test_axe_finds_nothing(visits: list[Visit]) -> None:
    found = [f"{visit.address}: {line}" for visit in visits for line in visit.violations]
    assert not found, "\n".join(found)


@pytest.mark.long
def test_odd_texts_are_in_the_same_colours(own_page: Page, sites: dict[str, Site]) -> None:
    """The visits above look at the colours of the shipped pages, which are of the same parts."""
    own_page.add_init_script(FORGET)
    own_page.emulate_media(reduced_motion="reduce")
    site = sites["hostile-private"]
    found = []
    for address in site.samples:
        own_page.emulate_media(color_scheme="light")
        own_page.goto(site.address + address)
        found += [f"{address}: {line}" for line in violations(own_page, (CONTRAST,))]
        found += [f"{address}: {line}" for line in pale_in_the_dark(own_page, address)]
    assert found == []


def test_a_page_is_dark_for_whoever_likes_it_so(own_page: Page, public_site: Site) -> None:
    own_page.add_init_script(FORGET)
    own_page.goto(public_site.address)
    own_page.evaluate(GO_DARK)
    drawn = own_page.evaluate(_LOOK)
    own_page.emulate_media(color_scheme="dark")
    own_page.goto(public_site.address)
    assert own_page.evaluate(_LOOK) == drawn
    assert drawn["scheme"] == SCHEMES["dark"]
