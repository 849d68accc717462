"""What axe-core finds on pages of every kind, light and dark, wide and narrow."""

import hashlib

import pytest
from playwright.sync_api import Page

from tests.browser.axe import SCRIPT, SHA256, VERSION, violations
from tests.browser.conftest import Sites
from tests.browser.sites import stands_alone

pytestmark = pytest.mark.browser

SCHEMES = {"light": "default", "dark": "slate"}
RULES = {"light": (), "dark": ("color-contrast",)}
"""The rules to look at, all of them if none is named: dark pages differ in nothing but colours."""
WIDTHS = {"light": (390, 1280), "dark": (390, 1280)}


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


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["shipped-private", "shipped-public", "hostile-private"])
def test_axe_finds_nothing(name: str, scheme: str, still: Page, sites: Sites) -> None:
    site = sites[name]
    still.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    found = []
    for address in site.samples:
        still.goto(site.address + address)
        drawn = still.locator("body").get_attribute("data-md-color-scheme")
        assert drawn == (None if stands_alone(address) else SCHEMES[scheme])
        for width in WIDTHS[scheme]:
            still.set_viewport_size({"width": width, "height": 900})
            found += [f"{address} at {width}: {line}" for line in violations(still, RULES[scheme])]
    assert not found, "\n".join(found)
