"""The sections of a dossier on a phone: closed, and opened by links and without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.sites import Site

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


def opened(page: Page) -> list[bool]:
    return [bool(each.get_attribute("open") is not None) for each in page.locator(".ev-part").all()]


def test_sections_begin_closed_on_a_phone_and_open_on_a_desk(
    page: Page, private_site: Site
) -> None:
    address = f"{private_site.address}/applications/tensorzero/"
    page.goto(address)
    assert all(opened(page))
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto("about:blank")
    page.goto(address)
    first, *others = opened(page)
    assert first
    assert others
    assert not any(others)


def test_link_into_a_closed_section_opens_it(page: Page, private_site: Site) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{private_site.address}/applications/tensorzero/")
    page.locator(".ev-jump").get_by_role("link", name="Gaps").click()
    heading = page.locator("#gaps")
    page.wait_for_function("document.getElementById('gaps').closest('details').open")
    assert heading.is_visible()
    page.goto("about:blank")
    page.goto(f"{private_site.address}/applications/tensorzero/#proof-rust")
    assert page.locator("#proof-rust").is_visible()


def test_without_a_script_all_sections_are_open(scriptless: Page, private_site: Site) -> None:
    scriptless.set_viewport_size(PHONE)  # type: ignore[arg-type]
    scriptless.goto(f"{private_site.address}/applications/tensorzero/")
    assert all(opened(scriptless))
