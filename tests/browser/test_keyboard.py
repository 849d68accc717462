"""The keyboard reaches all that can be pressed, sees where it is, and fingers find it too."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Sites
from tests.browser.probes import OPEN_DETAILS, small_targets, tab_stops
from tests.browser.sites import Site

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


def test_first_tab_is_the_skip_link(page: Page, site: Site) -> None:
    for address in site.samples:
        page.goto(site.address + address)
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        assert focused.get_attribute("href") == "#content", address
        assert focused.is_visible(), address
        assert focused.evaluate("link => link.getBoundingClientRect().top >= 0"), address
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content", address
        page.keyboard.press("Tab")
        inside = "document.getElementById('content').contains(document.activeElement)"
        has_targets = page.locator("#content :is(a[href], summary, input, button)").count()
        assert page.evaluate(inside) or not has_targets, address


@pytest.mark.parametrize(
    ("name", "width"),
    [("shipped-private", 390), ("shipped-private", 1280), ("hostile-private", 390)],
)
def test_every_stop_is_seen_and_outlined(name: str, width: int, still: Page, sites: Sites) -> None:
    site = sites[name]
    still.set_viewport_size({"width": width, "height": 844})
    faults = []
    for address in site.samples:
        still.goto(site.address + address)
        stops = list(tab_stops(still))
        assert len(stops) > 3, address
        faults += [f"{address} {stop.name}: not {stop.faults}" for stop in stops if stop.faults]
    assert not faults, "\n".join(faults)


def test_a_stop_that_cannot_be_seen_is_told(still: Page) -> None:
    still.set_content("""
        <style>a { display: block; outline: 0 } a:focus { outline: 2px solid red }</style>
        <a href="#">fine</a>
        <a href="#" style="outline: 0">bare</a>
        <a href="#" style="position: absolute; left: -900px">off</a>
        <div style="position: relative"><a href="#">under</a>
        <b style="position: absolute; inset: 0; background: #fff"></b></div>""")
    assert [stop.faults for stop in tab_stops(still)] == [
        (),
        ("isOutlined",),
        ("isVisible", "isUncovered"),
        ("isUncovered",),
    ]


def test_targets_are_large_enough_on_a_phone(still: Page, site: Site) -> None:
    still.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    small = []
    for address in site.samples:
        still.goto(site.address + address)
        still.evaluate(OPEN_DETAILS)
        small += [f"{address} {target}" for target in small_targets(still)]
    assert not small, "\n".join(small)


def test_a_small_target_is_told(still: Page) -> None:
    still.set_content("""
        <p>a <a href="#">link in a line</a></p>
        <a href="#" style="display: block; width: 24px; height: 23px">low</a>
        <button style="width: 24px; height: 24px; padding: 0">b</button>""")
    assert small_targets(still) == ['a. "low" is 24.0x23.0']
