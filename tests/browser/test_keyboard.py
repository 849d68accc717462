"""The keyboard reaches all that can be pressed, sees where it is, and fingers find it too."""

import pytest
from playwright.sync_api import Page

from tests.browser.probes import small_targets, tab_stops
from tests.browser.sites import SITES
from tests.browser.visits import PHONE, SKIPPED, WALKED, Visit, each_visit

pytestmark = pytest.mark.browser


@each_visit(SKIPPED)
def test_first_tab_is_the_skip_link(visits: list[Visit]) -> None:
    assert {visit.address: visit.skip_link for visit in visits if visit.skip_link} == {}


@each_visit(WALKED)
def test_every_stop_is_seen_and_outlined(visits: list[Visit]) -> None:
    for visit in visits:
        assert len(visit.stops) > 3, visit.address
        assert "Skip to content" in visit.stops[0].name, visit.address
    faults = [
        f"{visit.address} {stop.name}: not {stop.faults}"
        for visit in visits
        for stop in visit.stops
        if stop.faults
    ]
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


@each_visit([(name, PHONE) for name in SITES])
def test_targets_are_large_enough_on_a_phone(visits: list[Visit]) -> None:
    assert {visit.address: visit.small for visit in visits if visit.small} == {}


def test_a_small_target_is_told(still: Page) -> None:
    still.set_content("""
        <p>a <a href="#">link in a line</a></p>
        <a href="#" style="display: block; width: 24px; height: 23px">low</a>
        <button style="width: 24px; height: 24px; padding: 0">b</button>""")
    assert small_targets(still) == ['a. "low" is 24.0x23.0']
