"""Every page keeps to its width, to its place while it loads, and to its own origin."""

import pytest
from playwright.sync_api import ConsoleMessage, Page

from tests.browser.probes import (
    OPEN_DETAILS,
    TEXT_SPACING,
    note_requests,
    shifts,
    too_wide,
    watch_shifts,
)
from tests.browser.sites import MISSING, Site, stands_alone

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 768, 1280, 1920)


def test_all_kinds_of_pages_are_looked_at(private_site: Site) -> None:
    assert {"/", "/evidence/", "/projects/qortex/", "/problems/"} <= set(private_site.pages)
    assert {"/applications/", "/applications/databricks/", MISSING} <= set(private_site.pages)
    assert {"/", "/evidence/", "/projects/", "/problems/", MISSING} <= set(private_site.samples)
    starts = [page for page in private_site.samples if page.startswith("/projects/")]
    assert len(starts) == 3


def test_pages_keep_to_their_width_however_text_is_spaced_and_to_themselves(
    page: Page, site: Site
) -> None:
    said: list[str] = []
    asked = note_requests(page)

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            said.append(f"{page.url}: {message.text}")

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    wide = []
    for address in site.pages:
        page.goto(site.address + address)
        page.evaluate(OPEN_DETAILS)
        wide += [f"{address} {fault}" for fault in too_wide(page, WIDTHS)]
        page.add_style_tag(content=TEXT_SPACING)
        wide += [f"{address} with wider text {fault}" for fault in too_wide(page, (640,))]
    assert not wide, "\n".join(wide)
    assert [line for line in said if MISSING not in line] == []
    assert len(asked) > len(site.pages)
    assert [url for url in asked if not url.startswith((f"{site.address}/", "data:"))] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_loads(width: int, page: Page, site: Site) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    watch_shifts(page)
    moved = []
    for address in site.samples:
        # Its fonts are part of it, and waited for where it is sent; here it comes in pieces.
        if stands_alone(address):
            continue
        page.goto(site.address + address)
        moved += [f"{address} by {shift}" for shift in shifts(page)]
    assert not moved, "\n".join(moved)
