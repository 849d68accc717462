"""Filters over long lists, and the lists without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.sites import Site

pytestmark = pytest.mark.browser

SHOWN = """list => [...document.querySelectorAll(`#${list} [data-facets]`)]
    .filter(item => item.checkVisibility()).length"""


def test_evidence_shows_what_has_every_value_that_is_chosen(page: Page, public_site: Site) -> None:
    page.goto(f"{public_site.address}/evidence/")
    everything = page.locator("#all-records [data-facets]").count()
    project, skill, _ = page.locator("form[data-filter] select").all()
    project.select_option("qortex")
    ours = page.evaluate(SHOWN, "all-records")
    assert page.locator("form[data-filter] output").inner_text() == f"{ours} of {everything}"
    assert 0 < ours < everything
    assert page.locator("details.ev-fold:visible h3").all_inner_texts() == ["qortex"]
    skill.select_option(index=1)
    both = page.evaluate(SHOWN, "all-records")
    assert both < ours
    for select in (project, skill):
        select.select_option("")
    assert page.locator("details.ev-fold:visible").count() > 1
    assert page.locator("form[data-filter] output").inner_text() == ""


def test_problems_are_filtered_by_where_they_are(page: Page, private_site: Site) -> None:
    page.goto(f"{private_site.address}/problems/")
    page.locator("form[data-filter] select").first.select_option("content/applications/databricks")
    places = page.locator("#all-problems tr:visible .ev-place").all_inner_texts()
    assert places
    assert all(place.startswith("content/applications/databricks/") for place in places)


def test_without_a_script_the_list_is_whole(scriptless: Page, public_site: Site) -> None:
    scriptless.goto(f"{public_site.address}/evidence/")
    assert scriptless.locator("form[data-filter]").is_hidden()
    for fold in scriptless.locator("details.ev-fold").all():
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()
    items = scriptless.locator("#all-records [data-facets]")
    assert items.count() > 0
    assert all(item.is_visible() for item in items.all())
