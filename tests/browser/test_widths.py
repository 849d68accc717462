"""Every page keeps to its width, to its place while it loads, and to its own origin."""

import pytest

from tests.browser.sites import MISSING, SITES, Site
from tests.browser.visits import EVERY, Survey, Visit, each_survey, each_visit

pytestmark = pytest.mark.browser


def test_all_kinds_of_pages_are_looked_at(private_site: Site) -> None:
    assert {"/", "/evidence/", "/projects/qortex/", "/problems/"} <= set(private_site.pages)
    assert {"/applications/", "/applications/databricks/", MISSING} <= set(private_site.pages)
    assert {"/", "/evidence/", "/projects/", "/problems/", MISSING} <= set(private_site.samples)
    starts = [page for page in private_site.samples if page.startswith("/projects/")]
    assert len(starts) == 3


@each_survey(*SITES)
def test_pages_keep_to_their_width_however_text_is_spaced(survey: Survey) -> None:
    assert not survey.too_wide, "\n".join(survey.too_wide)


@each_survey(*SITES)
def test_pages_complain_of_nothing_and_ask_nobody_else(survey: Survey) -> None:
    assert [line for line in survey.said if MISSING not in line] == []
    assert len(survey.asked) > len(survey.figures)
    own = (f"{survey.site.address}/", "data:")
    assert [url for url in survey.asked if not url.startswith(own)] == []


@each_visit(EVERY)
def test_nothing_moves_while_a_page_loads(visits: list[Visit]) -> None:
    assert {visit.address: visit.moved for visit in visits if visit.moved} == {}
