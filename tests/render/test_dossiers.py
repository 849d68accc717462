"""Pages of dossiers within a site, and what is not read where there are none."""

from pathlib import Path

from dossier.model.audience import Audience
from dossier.render.frame import GUIDE_PAGE
from tests.render.fixtures import ACME, APPLICATIONS, dossier, draw


def test_open_dossier_brings_the_list_of_applications(tmp_path: Path) -> None:
    files = {f"content/{ACME}": dossier(audience="public")}
    assert draw(tmp_path, files, audience=Audience.PUBLIC).paths[-2:] == [APPLICATIONS, ACME]


def test_dossiers_are_not_in_the_navigation(tmp_path: Path) -> None:
    drawn = draw(tmp_path)
    assert [page.path for page in drawn.site.files.pages if not page.in_nav] == [
        ACME,
        GUIDE_PAGE,
    ]
