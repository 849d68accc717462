"""The style guide: every component in every state, in the private site alone."""

import re
from pathlib import Path

import pytest

from dossier.match.coverage import State
from dossier.model.application import Strength
from dossier.model.audience import Audience
from dossier.render.frame import GUIDE_PAGE
from dossier.render.labels import CHECKS
from dossier.render.style_guide import HEADINGS, draw_guide
from dossier.templates import THEME
from tests.html import Node, active, parse
from tests.render.fixtures import APPLICATIONS, draw, renderer

COMPONENTS = (
    *("ev-s", "ev-hb", "ev-ring", "ev-bar", "ev-chk", "ev-metrics", "ev-metrics--tiles"),
    *("ev-cards", "is-retired", "ev-lock", "ev-ledger", "ev-brief", "ev-used", "ev-req"),
    *("ev-stage", "ev-filter", "ev-filter-none", "ev-pipe", "ev-heat", "na", "ev-next"),
    *("ev-gaps", "ev-drill", "ev-mark", "ev-private", "ev-contact", "ev-bar-fixed"),
    *("ev-share", "ev-note", "ev-note--warn", "ev-note--bad", "ev-empty", "ev-badge"),
    *("ev-roles", "ev-tally", "ev-d", "ev-dl", "ev-legend", "ev-lede", "ev-dead", "ev-due"),
)
FRAGMENTS = THEME / "fragments"
OWN_MARKUP = {"ev-facts", "ev-id", "ev-lede", "ev-mv", "ev-sub", "ev-vh"}
"""Classes of text. All other markup comes from the templates of the pages."""


@pytest.fixture
def guide(tmp_path: Path) -> Node:
    return parse(draw_guide(renderer(tmp_path)).html)


def values(guide: Node, selector: str, attribute: str) -> set[str]:
    nodes = guide.all(selector)
    return {node.attributes[attribute] for node in nodes if attribute in node.attributes}


def test_every_component_is_there(guide: Node) -> None:
    there = {name for node in guide for name in node.classes}
    assert set(COMPONENTS) - there == set()


def test_marks_are_there_in_every_state(guide: Node) -> None:
    assert values(guide, "span.ev-s", "data-s") == set(Strength)
    assert values(guide, "span.ev-s", "data-state") == set(State)
    assert values(guide, "circle.seg", "data-state") == set(State)
    assert {node.text for node in guide.all("span.ev-chk")} == set(CHECKS.values())
    assert values(guide, "td", "data-s") == set(Strength)


def test_nothing_asked_has_no_ring(guide: Node) -> None:
    shown = guide.one("div.ev-coverage").all("div.ev-head__score")
    assert [(one.one("p.ev-h3").text, one.has("svg.ev-ring")) for one in shown] == [
        ("0 requirements", False),
        ("1 requirement", True),
        ("2 requirements", True),
        ("8 requirements", True),
        ("20 requirements", True),
        ("40 requirements", True),
    ]
    arcs = [len(one.all("circle.seg")) for one in shown]
    assert arcs == [0, 1, 2, 8, 20, len(State)]


def test_links_of_the_guide_stay_on_it_or_lead_to_the_workspace(guide: Node) -> None:
    addresses = {node.attributes["href"] for node in guide.all("a")}
    outside = {address for address in addresses if not address.startswith("#")}
    assert outside == {
        "../applications/",
        "https://example.com/code",
        "https://example.com/gone",
        "https://example.com/keys",
        "https://example.com/report",
        "https://example.com/resume.pdf",
        "https://example.com/role",
        "mailto:sample@example.com",
    }
    assert {address[1:] for address in addresses - outside} <= set(guide.ids)
    assert len(guide.ids) == len(set(guide.ids))
    assert active(guide) == []


def test_guide_is_private_and_needs_no_content(tmp_path: Path) -> None:
    empty = dict.fromkeys(("content/applications/acme/index.md", "content/projects/qortex.md"), "")
    assert GUIDE_PAGE in draw(tmp_path / "a", empty).paths
    assert GUIDE_PAGE not in draw(tmp_path / "b", audience=Audience.PUBLIC).paths


def test_guide_has_its_contents_and_is_no_business_of_the_workspace(tmp_path: Path) -> None:
    drawn = draw(tmp_path)
    assert "../design/" not in drawn.tree(APPLICATIONS).links().values()
    page = drawn.page(GUIDE_PAGE)
    assert (page.headings, page.is_private, page.in_nav) == (HEADINGS, True, False)
    titles = {f"#{heading.anchor}": heading.title for heading in HEADINGS}
    contents = drawn.tree(GUIDE_PAGE).one("nav.ev-subnav").all("a")
    assert {link.attributes["href"]: link.text for link in contents} == titles


def test_guide_has_no_markup_of_its_own_for_components() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (FRAGMENTS / "guide").glob("*.html")]
    written = {name for text in texts for name in re.findall(r"\bev-[\w-]+", text)}
    assert len(texts) == 8
    assert written == OWN_MARKUP
