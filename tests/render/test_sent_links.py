"""Links that were sent, in words: on the author's pages, and on nobody else's."""

from datetime import date
from pathlib import Path

import pytest

from dossier.build import Project, Site
from dossier.model.audience import Audience
from dossier.model.sent_link import SentLink
from dossier.plain.errors import ConfigError
from dossier.render.frame import APPLICATIONS_PAGE
from dossier.render.page import Page
from dossier.render.sent_links import LinkView, link_views, live_links
from dossier.sharing.sent_links import FILE, spell_links
from tests.builders import MINIMAL, write_site
from tests.html import Node, parse
from tests.render.fixtures import ACME, dossier, lines, role, section

DAY = date(2026, 3, 1)
GONE = SentLink("acme-1", "acme", None, "Bo", revoked=date(2026, 2, 2))
OVER = SentLink("acme-2", "acme", None, "Cy", expires=date(2026, 2, 3))
EVE = SentLink("acme-3", "acme", None, "Eve QUOKKA", expires=date(2027, 1, 31))
ML = SentLink("acme-4", "acme", "ml", "Di")
ENDED = SentLink("acme-5", "acme", None, "Flo", ended=date(2026, 2, 4))
OTHER = SentLink("zeta-1", "zeta", None, "Zoe")
ALL = (GONE, OVER, EVE, ML, OTHER)
FILES = MINIMAL | {
    f"content/{ACME}": dossier(audience="public", roles=[role("ml"), role("be")]),
}


def tree(root: Path, path: str) -> Node:
    page = next(p for p in site(root, Audience.PRIVATE).files.pages if p.path == path)
    assert isinstance(page, Page)
    return parse(page.html)


def site(root: Path, audience: Audience) -> Site:
    settings = write_site(root, FILES, audience=audience)
    (root / FILE).parent.mkdir(exist_ok=True)
    (root / FILE).write_bytes(spell_links(ALL))
    return Project.read(settings).site(audience)


def test_links_say_until_when_and_those_that_open_come_first() -> None:
    assert link_views((GONE, OVER, ENDED, EVE, ML), DAY) == (
        LinkView("Eve QUOKKA", "until 31 Jan 2027"),
        LinkView("Di", "without an end"),
        LinkView("Bo", "withdrawn 2 Feb 2026"),
        LinkView("Cy", "expired 3 Feb 2026"),
        LinkView("Flo", "opens no more: `dossier share list` says why"),
    )


def test_role_has_the_links_that_open_and_show_it() -> None:
    assert [link.recipient for link in live_links(ALL[:4], DAY, "ml")] == ["Eve QUOKKA", "Di"]
    assert [link.recipient for link in live_links(ALL[:4], DAY, "be")] == ["Eve QUOKKA"]


def test_author_sees_in_the_list_which_links_open(tmp_path: Path) -> None:
    rows = lines(tree(tmp_path, APPLICATIONS_PAGE))
    assert [row.texts("small.ev-sent") for row in rows] == [
        ["Link for Eve QUOKKA, until 31 Jan 2027", "Link for Di, without an end"],
        ["Link for Eve QUOKKA, until 31 Jan 2027"],
    ]


def test_author_sees_all_links_of_a_dossier_on_its_page(tmp_path: Path) -> None:
    assert section(tree(tmp_path, ACME), "Links sent").facts == [
        ("Eve QUOKKA", "until 31 Jan 2027"),
        ("Di", "without an end"),
        ("Bo", "withdrawn 2 Feb 2026"),
        ("Cy", "expired 3 Feb 2026"),
    ]


def test_broken_file_of_links_stops_the_authors_pages_alone(tmp_path: Path) -> None:
    settings = write_site(tmp_path, FILES)
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text("{")
    project = Project.read(settings)
    project.read_all()
    assert project.site(Audience.PUBLIC).files == site(tmp_path, Audience.PUBLIC).files
    (tmp_path / FILE).write_text("{")
    with pytest.raises(ConfigError, match="dossier share list"):
        project.site(Audience.PRIVATE)


def test_nobody_else_sees_who_was_sent_a_link(tmp_path: Path) -> None:
    assert "QUOKKA" in str(site(tmp_path / "private", Audience.PRIVATE).files)
    for audience in (Audience.PUBLIC, Audience.SHARED):
        shown = site(tmp_path / audience.name, audience)
        assert "Acme" in str(shown.files)
        assert "QUOKKA" not in str((shown.files, shown.diagnosis))
        assert "Links sent" not in str(shown.files)
