"""What stops a link from being made: nobody knows where, or something cannot be drawn."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dossier.cli.share_project import ShareProject
from dossier.plain.errors import ConfigError, ContentError
from dossier.sharing.keystore import Share
from tests.builders import APPLICATION, MINIMAL
from tests.sites import project

ACME = Share("acme-1", "acme", None, "Eve", "a" * 26, b"A" * 32, 1, date(2026, 3, 1))


def desk(root: Path, application: str = APPLICATION, **config: object) -> ShareProject:
    files = {**MINIMAL, "content/applications/acme/index.md": application}
    return ShareProject.at(project(root, files, config=config) / "mkdocs.yml")


@pytest.mark.parametrize(
    "url", ["https://ada.example.org/", "http://localhost/a/", "http://127.0.0.1:8000/"]
)
def test_links_begin_where_the_site_is(tmp_path: Path, url: str) -> None:
    assert desk(tmp_path, site_url=url).base_url() == url


def test_nobody_knows_where_the_site_is(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="does not say where the site will be") as caught:
        desk(tmp_path, site_url=None).base_url()
    assert caught.value.hint == "write its address: `site_url: https://you.example/`"


def test_no_browser_opens_a_sealed_page_over_http(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="over https alone, and site_url is http://ada"):
        desk(tmp_path, site_url="http://ada.example.org/").base_url()


def test_dossier_in_which_nothing_is_wrong_stops_nothing(tmp_path: Path) -> None:
    looked = desk(tmp_path)
    assert looked.problems([ACME, replace(ACME, role="ml")]) == ()
    looked.refuse_broken([ACME])
    looked.refuse_unread("acme")
    looked.refuse_unread("other")


@pytest.mark.parametrize(
    ("share", "message"),
    [
        (replace(ACME, application="acne"), "has no application `acne`"),
        (replace(ACME, role="rust"), "is for the role `rust`"),
    ],
)
def test_what_a_share_was_for_is_gone(tmp_path: Path, share: Share, message: str) -> None:
    with pytest.raises(ContentError, match=message):
        desk(tmp_path).refuse_broken([ACME, share])


def test_errors_of_a_dossier_stop_its_shares_alone(tmp_path: Path) -> None:
    looked = desk(tmp_path, APPLICATION.replace("qortex/gain", "qortex/gone"))
    assert {problem.code for problem in looked.problems([ACME])} == {"evidence-unknown"}
    assert looked.problems([]) == ()
    with pytest.raises(ContentError, match="evidence-unknown"):
        looked.refuse_broken([ACME])


def test_dossier_that_cannot_be_read_is_told_as_such(tmp_path: Path) -> None:
    looked = desk(tmp_path, APPLICATION.replace("company: Acme", "company: ["))
    with pytest.raises(ContentError, match=r"`acme` cannot be read\ncontent/applications/acme"):
        looked.refuse_unread("acme")
    with pytest.raises(ContentError, match="its application cannot be read"):
        looked.refuse_broken([ACME])
