"""Why figures may not count: said on every page that shows them, the author told more."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.model.lock import spell_lock
from dossier.render.frame import preview_page
from dossier.render.record_state import AHEAD
from tests.builders import MINIMAL, write_site
from tests.html import Node
from tests.render.fixtures import ACME, HOME, QORTEX, draw, evidence, metric, project, record, row
from tests.render.fixtures import dossier as spell_dossier
from tests.views import library as read_library

RECORDS = "content/evidence/qortex.yml"
LIST, INDEX = "projects/index.md", "evidence/index.md"
DUE = "Due for another check since 28 Feb 2026."
CHANGED = "Changed since last reviewed."
CHANGED_CARD = "Changed since it was last reviewed: it does not count until that is done again."


def site(**fields: object) -> dict[str, str]:
    """Return a site that shows one record wherever records are shown."""
    shown = record("gain", metrics=[metric("m", 22)], skills=["bandits"], check="rerun", **fields)
    return {
        RECORDS: evidence(shown),
        "content/projects/qortex.md": project(headline=["qortex/gain#m"]),
        f"content/{ACME}": spell_dossier(
            "## Pitch\n\nI built [](evidence:qortex/gain#m).\n",
            proof_points=[row("r", evidence=["qortex/gain"], strength="direct")],
        ),
    }


def locked(root: Path, old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """Return the new files with the stamps of the old ones."""
    library = read_library(write_site(root, {**MINIMAL, **old}, audience=Audience.PRIVATE))
    stamps = {entry.id: entry.stamp() for entry in library.records.values()}
    return {**new, "content/evidence.lock": spell_lock(stamps)}


def doubts(tree: Node) -> list[str]:
    return tree.texts("span.ev-doubt")


@pytest.mark.parametrize("audience", [Audience.PRIVATE, Audience.PUBLIC])
def test_expired_record_says_so_on_every_page_that_shows_it(
    tmp_path: Path, audience: Audience
) -> None:
    drawn = draw(tmp_path, site(valid_until="2026-02"), audience=audience)
    assert doubts(drawn.tree(HOME)) == [DUE, DUE]  # the headline, the card
    assert doubts(drawn.tree(LIST)) == [DUE]
    assert doubts(drawn.tree(INDEX)) == [DUE]
    assert drawn.tree(QORTEX).texts("p.ev-note--warn") == [DUE]
    if audience is Audience.PRIVATE:
        table = drawn.tree(ACME)
        assert table.texts("p.ev-note--warn") == ["Stale: expired: “Claim gain” since 28 Feb 2026"]
        assert ("Note", DUE) in table.facts
        preview = drawn.files[preview_page("acme").replace(".md", ".html")]
        # The proof above the table, the row, the same on paper, the card; the data for programs.
        assert preview.count(DUE) == 5
        assert f"<span>{DUE}</span></span></span></span></li>" in preview


def test_fresh_record_says_nothing(tmp_path: Path) -> None:
    drawn = draw(tmp_path, site(valid_until="2026-03"))
    for page in (HOME, LIST, INDEX, QORTEX, ACME):
        assert doubts(drawn.tree(page)) == []
        assert drawn.tree(page).all("p.ev-note--warn") == []


def test_chart_of_the_leading_card_says_it_too(tmp_path: Path) -> None:
    pair = [metric("m", 22, unit="%"), metric("n", 7, unit="%")]
    shown = record("gain", metrics=pair, valid_until="2026-02")
    files = site() | {RECORDS: evidence(shown)}
    lead = draw(tmp_path, files).tree(LIST).one("li.is-lead")
    assert doubts(lead.one("figure")) == [DUE]


def test_record_that_changed_is_told_to_the_author(tmp_path: Path) -> None:
    files = locked(tmp_path, site(method="Before"), site(method="After"))
    drawn = draw(tmp_path, files)
    assert doubts(drawn.tree(HOME)) == [CHANGED, CHANGED]
    assert doubts(drawn.tree(INDEX)) == [CHANGED]
    assert drawn.tree(QORTEX).texts("p.ev-note--warn") == [CHANGED_CARD]
    table = drawn.tree(ACME)
    assert table.texts("p.ev-note--warn") == ["Stale: changed since last reviewed: “Claim gain”"]
    assert ("Note", CHANGED_CARD) in table.facts
    assert "evidence-suspect" in drawn.html("problems.md")


def test_row_that_still_stands_names_what_has_changed_under_it(tmp_path: Path) -> None:
    old, new = site(method="Before"), site(method="After")
    two = [record("gain", check="rerun", method="x"), record("fresh", check="rerun")]
    old[RECORDS] = evidence(*two)
    two[0] = {**two[0], "method": "y"}
    new[RECORDS] = evidence(*two)
    rows = [row("r", evidence=["qortex/gain", "qortex/fresh"], strength="direct")]
    new[f"content/{ACME}"] = spell_dossier("", proof_points=rows)
    table = draw(tmp_path, locked(tmp_path, old, new)).tree(ACME)
    assert table.texts("p.ev-note--warn") == ["Changed since last reviewed: qortex/gain"]


def test_nobody_else_is_told_of_what_changed(tmp_path: Path) -> None:
    new = site(method="After")
    plain = draw(tmp_path / "plain", new, audience=Audience.PUBLIC).site.files
    files = locked(tmp_path / "locked", site(method="Before"), new)
    private = draw(tmp_path / "locked", files)
    preview = private.files[preview_page("acme").replace(".md", ".html")]
    assert "last reviewed" not in preview
    assert draw(tmp_path / "locked", files, audience=Audience.PUBLIC).site.files == plain


def test_figures_of_a_day_to_come_say_so(tmp_path: Path) -> None:
    drawn = draw(tmp_path, site(date="2031-01-10"))
    assert doubts(drawn.tree(HOME)) == [AHEAD, AHEAD]
