"""Each page is opened once for all that tests ask of it: opening costs more than answering."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Frame, Page

from tests.browser.axe import CONTRAST, violations
from tests.browser.figures import QUESTIONS
from tests.browser.probes import (
    OPEN_DETAILS,
    WIDEN_TEXT,
    Stop,
    note_requests,
    shifts,
    skip_link_faults,
    small_targets,
    tab_stops,
    too_wide_in,
)
from tests.browser.sites import FRAME, SITES, Site, stands_alone
from tests.browser.tabs import open_tab

WIDTHS = (320, 390, 768, 1280, 1920)
PHONE = 390
DESK = 1280
EVERY = [(name, width) for name in SITES for width in (PHONE, DESK)]
"""Each site at each width."""
WALKED = [("hostile-private", PHONE), ("shipped-private", DESK)]
"""Where the keyboard goes from the first stop to the last."""
SKIPPED = [("hostile-private", DESK), ("shipped-private", PHONE)]
SKIPPED += [("hostile-public", DESK), ("shipped-public", PHONE)]
"""Where it tries the link that skips to the content."""
COLOURED = [("shipped-private", DESK), ("shipped-public", PHONE)]
"""Where axe looks at colours, in light and in dark, and at all else. `/design/` has all of them."""
EXAMINED = [*COLOURED, ("hostile-private", PHONE), ("hostile-private", DESK)]
"""Where it looks at all else."""
NARROW = ("hostile-private", PHONE)
OWN_WHEN_NARROW = "/applications/"
"""The only pages there with parts of their own: the rest has what DESK or the public site has."""
USUAL = {"standard": 16, "fixed": 13}
"""A browser's sizes of letters, in CSS pixels."""
LARGE = {name: size * 2 for name, size in USUAL.items()}
"""What a reader may set, with whom pages go (WCAG 2.2, 1.4.4)."""
Place = tuple[str, int]


def each_survey(*names: str) -> pytest.MarkDecorator:
    """Return the mark of a test that asks sites for their survey."""
    return pytest.mark.parametrize("survey", names, indirect=True)


def each_visit(places: Sequence[Place]) -> pytest.MarkDecorator:
    """Return the mark of a test that asks sites at widths for the visits to their samples."""
    ids = ["{}-{}".format(*place) for place in places]
    return pytest.mark.parametrize("visits", places, ids=ids, indirect=True)


SCHEMES = {"light": "default", "dark": "slate"}
GO_DARK = "document.querySelector('input[data-md-color-scheme=slate]')?.click()"
FORGET = "localStorage.clear()"
"""Of each page that is opened, or it would be as dark as the one before."""


@dataclass(frozen=True)
class Visit:
    """What a page answers at one width."""

    address: str
    moved: list[str]
    skip_link: list[str]
    stops: list[Stop]
    small: list[str]
    violations: list[str]


def visit_samples(browser: Browser, site: Site, width: int) -> list[Visit]:
    """Visit the largest and the smallest page of each kind."""
    with open_tab(browser, reduced_motion="reduce") as page:
        page.add_init_script(FORGET)
        page.set_viewport_size({"width": width, "height": 844})
        return [_visit(page, site, address, width) for address in site.samples]


def _visit(page: Page, site: Site, address: str, width: int) -> Visit:
    place = (site.name, width)
    page.emulate_media(color_scheme="light")
    page.goto(site.address + address)
    # Its fonts are part of it, and waited for where it is sent; here it comes in pieces.
    moved = [] if stands_alone(address) else shifts(page)
    skip_link = list(skip_link_faults(page)) if place in SKIPPED else []
    stops = list(tab_stops(page)) if place in WALKED else []
    page.evaluate(OPEN_DETAILS)
    page.evaluate("scrollTo(0, 0)")
    small = small_targets(page) if width == PHONE else []
    is_seen = place == NARROW and not address.startswith(OWN_WHEN_NARROW)
    is_examined = place in EXAMINED and not is_seen
    found = list(_examine(page, address, place)) if is_examined else []
    return Visit(address, moved, skip_link, stops, small, found)


def _examine(page: Page, address: str, place: Place) -> Iterator[str]:
    """Yield what axe finds. Dark pages differ in nothing but colours."""
    _check_scheme(page, address, "light")
    yield from violations(page, without=() if place in COLOURED else (CONTRAST,))
    if place in COLOURED:
        yield from pale_in_the_dark(page, address)


def pale_in_the_dark(page: Page, address: str) -> Iterator[str]:
    """Yield what axe finds on a page that was light until now."""
    page.emulate_media(color_scheme="dark")
    page.evaluate(GO_DARK)
    _check_scheme(page, address, "dark")
    yield from (f"in the dark {line}" for line in violations(page, (CONTRAST,)))


def _check_scheme(page: Page, address: str, scheme: str) -> None:
    drawn = page.locator("body").get_attribute("data-md-color-scheme")
    assert drawn == (None if stands_alone(address) else SCHEMES[scheme]), address


@dataclass(frozen=True)
class Survey:
    """What all pages of a site answer at any width, and what they say and ask for."""

    site: Site
    said: list[str]
    asked: list[str]
    too_wide: list[str]
    figures: dict[str, dict[str, Any]]
    """By page: the answers to QUESTIONS."""


def survey_pages(browser: Browser, site: Site) -> Survey:
    """Visit all pages in a frame: its width changes without a window's being drawn anew."""
    said: list[str] = []
    wide: list[str] = []
    figures = {}
    with open_tab(browser, reduced_motion="reduce") as page:
        page.goto(site.address + FRAME)
        asked = note_requests(page)
        page.on("console", lambda message: _hear(message, said))
        page.on("pageerror", lambda error: said.append(str(error)))
        frame = page.frame(name="page")
        assert frame
        devtools = page.context.new_cdp_session(page)
        devtools.send("Page.enable")
        for address in site.pages:
            frame.goto(site.address + address)
            figures[address] = {name: frame.evaluate(ask) for name, ask in QUESTIONS.items()}
            wide += [f"{address} {fault}" for fault in _too_wide(frame, devtools)]
    return Survey(site, said, asked, wide, figures)


def _hear(message: ConsoleMessage, said: list[str]) -> None:
    if message.type in ("error", "warning"):
        said.append(f"{message.location['url']}: {message.text}")


def _too_wide(frame: Frame, devtools: CDPSession) -> Iterator[str]:
    frame.evaluate(OPEN_DETAILS)
    yield from too_wide_in(frame, WIDTHS)
    devtools.send("Page.setFontSizes", {"fontSizes": LARGE})
    yield from (f"with letters twice as large {fault}" for fault in too_wide_in(frame, (360,)))
    devtools.send("Page.setFontSizes", {"fontSizes": USUAL})
    frame.evaluate(WIDEN_TEXT)
    yield from (f"with wider text {fault}" for fault in too_wide_in(frame, (640,)))
