"""Records as cards: the figures and their qualifiers, how to check them, what they do not show."""

from datetime import date
from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.model.evidence import EvidenceKind
from dossier.render.frame import GUIDE_PAGE
from dossier.render.labels import KINDS
from dossier.render.records import UNCOUNTED, ledger
from tests.builders import AS_OF
from tests.html import Node
from tests.render.fixtures import (
    ACME,
    EVIDENCE,
    HOME,
    QORTEX,
    dossier,
    draw,
    evidence,
    free_page,
    metric,
    project,
    record,
    renderer,
    row,
)

FILE = "content/evidence/qortex.yml"


def card(root: Path, *, as_of: date = AS_OF, **fields: object) -> Node:
    """Draw a record's card on its project's page."""
    files = {FILE: evidence(record("gain", **fields)), "content/projects/qortex.md": project()}
    return draw(root, files, as_of=as_of).tree(QORTEX).one("#qortex/gain")


def test_card_says_claim_method_date_limits_and_source(tmp_path: Path) -> None:
    found = card(
        tmp_path,
        claim="It *learns*, see [q](project:qortex)",
        method="Run `bench`",
        limits="One domain",
        date="2026-02",
        source={"label": "Report", "url": "https://example.org/r"},
    )
    heading = found.one("h3")
    assert heading.text == "It learns, see q qortex/gain"
    assert heading.all("a")[-1].attributes["href"] == "#qortex/gain"
    assert heading.all("a")[-1].attributes["aria-label"] == "Link to record qortex/gain"
    assert found.facts == [
        ("Method", "Run bench"),
        ("As of", "Feb 2026"),
        ("Limit", "One domain"),
    ]
    aside = found.one("div.ev-ledger__src")
    assert aside.one("span.ev-chk").text == "Open to inspect"
    assert aside.links() == {"Report": "https://example.org/r"}


def test_record_without_more_says_no_more(tmp_path: Path) -> None:
    found = card(tmp_path, source=None, check="statement")
    assert found.facts == []
    assert found.one("div.ev-ledger__src").text == "Own statement"
    assert found.texts("p.ev-note") == [UNCOUNTED]


def test_source_gives_whatever_is_known(tmp_path: Path) -> None:
    known = {"label": "Run", "package": "qortex", "commit": "4f2c9e1", "path": "bench/a.md"}
    aside = card(tmp_path, source=known).one("div.ev-ledger__src")
    assert aside.texts("span.ev-src__d") == [
        "package qortex",
        "commit 4f2c9e1",
        "file bench/a.md",
    ]
    assert aside.links() == {"Run": "https://deps.dev/pypi/qortex"}


def test_each_address_of_a_source_is_linked_once(tmp_path: Path) -> None:
    known = {
        "label": "Run",
        "quote": "All pass",
        "url": "https://example.org/run",
        "package": "npm:qortex",
        "version": "1.2",
        "doi": "10.1000/182",
        "printed": "Hive Press 2021, p. 33",
        "repo": "https://github.com/you/q",
        "commit": "4f2c9e1",
        "path": "bench/a.md",
        "lines": "3-9",
    }
    aside = card(tmp_path, source=known).one("div.ev-ledger__src")
    assert aside.texts("span.ev-src__d") == [
        "quote “All pass”",
        "package npm:qortex 1.2",
        "on paper Hive Press 2021, p. 33",
        "DOI 10.1000/182",
        "repository github.com/you/q",
        "commit 4f2c9e1",
        "file bench/a.md, lines 3–9",
    ]
    assert aside.links() == {
        "Run": "https://example.org/run#:~:text=All%20pass",
        "npm:qortex 1.2": "https://deps.dev/npm/qortex/1.2",
        "10.1000/182": "https://doi.org/10.1000/182",
        "bench/a.md, lines 3–9": "https://github.com/you/q/blob/4f2c9e1/bench/a.md#L3-L9",
    }


@pytest.mark.parametrize("check", ["rerun", "third-party", "inspect"])
@pytest.mark.parametrize("source", [{}, {"path": "a.md"}, {"commit": "abc", "path": "a.md"}])
def test_what_no_reader_can_open_is_on_request(
    check: str, source: dict[str, str], tmp_path: Path
) -> None:
    found = card(tmp_path, check=check, source={"label": "Run", **source})
    assert found.one("span.ev-chk").text == "Source on request"


def test_figure_has_its_unit_name_and_baseline(tmp_path: Path) -> None:
    found = card(
        tmp_path,
        metrics=[metric("gain", 22, unit="%", op="+", baseline="cosine [q](project:qortex)")],
    )
    assert found.texts("span.ev-ledger__v") == ["+22%"]
    assert found.texts("span.ev-ledger__u") == ["gain against cosine q"]


def test_scope_that_all_figures_share_is_said_once(tmp_path: Path) -> None:
    metrics = [metric("a", 1, scope="20 concepts"), metric("b", 2, scope="20 concepts")]
    assert card(tmp_path, metrics=metrics).facts == [("Scope", "20 concepts")]


def test_scopes_that_differ_are_said_with_their_figures(tmp_path: Path) -> None:
    metrics = [
        metric("a", 1, scope="per query"),
        metric("b", 2),
        metric("c", 3, scope="per query"),
        metric("d", 4, scope="per event"),
    ]
    assert card(tmp_path, metrics=metrics).facts == [
        ("Scope", "a, c: per query"),
        ("Scope", "d: per event"),
    ]


def test_scope_of_some_figures_names_them(tmp_path: Path) -> None:
    metrics = [metric("a", 1, scope="per query"), metric("b", 2)]
    assert card(tmp_path, metrics=metrics).facts == [("Scope", "a: per query")]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("shipped", []),
        ("experimental", [("Status", "Experimental")]),
        ("deprecated", [("Status", "Deprecated")]),
        ("planned", [("Status", "Planned, not there yet")]),
        ("unconfirmed", [("Status", "Not confirmed yet")]),
    ],
)
def test_status_is_said_unless_it_is_shipped(
    status: str, said: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert card(tmp_path, status=status).facts == said


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"valid_until": "2026-02"}, "Due for another check since 28 Feb 2026."),
        ({"valid_until": "2026-03-01"}, None),
        (
            {"date": "2025-08-31", "review_every": "181d"},
            "Due for another check since 28 Feb 2026.",
        ),
        ({"date": "2025-09-02", "review_every": "180d"}, None),
        ({"review_every": "1d"}, None),
    ],
)
def test_stale_record_stays_and_says_since_when(
    fields: dict[str, str], note: str | None, tmp_path: Path
) -> None:
    found = card(tmp_path, as_of=date(2026, 3, 1), **fields)
    assert found.texts("p.ev-note--warn") == ([note] if note else [])


@pytest.mark.parametrize(
    ("measured", "shown"),
    [
        ({"name": "precision"}, "precision, controlled"),
        ({"name": "precision", "scope": "a Controlled domain"}, "precision"),
        (
            {"name": "gain", "baseline": "cosine on 20 concepts"},
            "gain against cosine on 20 concepts",
        ),
        ({"name": "controlled precision"}, "controlled precision"),
    ],
)
def test_wording_that_must_be_said_goes_with_its_figure(
    measured: dict[str, str], shown: str, tmp_path: Path
) -> None:
    metrics = [{"id": "p", "value": 22, **measured}]
    found = card(tmp_path, metrics=metrics, must_say=["controlled", "20 concepts"])
    assert found.texts("span.ev-ledger__u") == [shown]


def test_ledger_groups_by_kind_in_the_order_of_kinds_and_files(tmp_path: Path) -> None:
    kinds = ["credential", "code", "benchmark", "code", "release"]
    records = [record(f"r{n}", kind=kind) for n, kind in enumerate(kinds)]
    found = renderer(tmp_path, {FILE: evidence(*records)})
    groups = ledger(found, found.frame.library.records.values())
    assert [(g.title, [r.id for r in g.records]) for g in groups] == [
        (KINDS[EvidenceKind.BENCHMARK], ["qortex/r2"]),
        (KINDS[EvidenceKind.RELEASE], ["qortex/r4"]),
        (KINDS[EvidenceKind.CODE], ["qortex/r1", "qortex/r3"]),
        (KINDS[EvidenceKind.CREDENTIAL], ["qortex/r0"]),
    ]


def test_rows_that_use_a_record_are_told_to_the_author_alone(tmp_path: Path) -> None:
    files = {
        f"content/{ACME}": dossier(
            audience="public",
            proof_points=[row("a"), row("b", requirement="Need *b*"), row("c", evidence=[])],
        )
    }
    private = draw(tmp_path, files).tree(QORTEX).one("p.ev-used")
    assert private.links() == {
        "Acme: Need a": "../../applications/acme/#proof-a",
        "Acme: Need b": "../../applications/acme/#proof-b",
    }
    many = dossier(proof_points=[row(f"r{number}") for number in range(28)])
    used = draw(tmp_path, {f"content/{ACME}": many}).tree(QORTEX).one("p.ev-used")
    assert len(used.all("a")) == 20
    assert used.texts("span")[-1] == "and 8 more: dossier show qortex/gain"
    for audience in (Audience.SHARED, Audience.PUBLIC):
        drawn = draw(tmp_path, files, audience=audience)
        assert all("Used by" not in drawn.html(path) for path in drawn.paths)
        assert all("Need a" not in drawn.html(path) for path in drawn.paths if path != ACME)


def test_used_by_stands_on_the_card_alone(tmp_path: Path) -> None:
    drawn = draw(tmp_path)
    assert [
        path for path in drawn.paths if "ev-used" in drawn.html(path) and path != GUIDE_PAGE
    ] == [QORTEX]


def test_card_that_stands_twice_has_its_anchor_once(tmp_path: Path) -> None:
    twice = "```evidence\n```\n\n```evidence\nproject: qortex\n```\n"
    page = draw(tmp_path, {"content/about.md": free_page(twice)}).tree("about.md")
    assert page.ids == ["kind-benchmark", "qortex/gain", "kind-benchmark-2"]
    assert len(page.all("h3")) == 2
    assert {node.attributes["href"] for node in page.all("a.ev-id")} == {"#qortex/gain"}


def test_brief_form_links_the_card_and_says_what_must_be_said(tmp_path: Path) -> None:
    gain = record(
        "gain",
        claim="It gains",
        must_say=["controlled"],
        skills=["bandits"],
        metrics=[
            metric("precision", 22, unit="%", op="+"),
            metric("recall", 26, unit="%", name="controlled recall"),
        ],
    )
    page = draw(tmp_path, {FILE: evidence(gain)}).tree(EVIDENCE)
    (line,) = page.one("ul.ev-brief").all("li")
    figures = ["+22% precision (controlled)", "26% controlled recall"]
    assert line.texts("span.ev-brief__f") == figures
    assert "It gains qortex/gain" in line.text
    assert line.one("a").attributes["href"] == "../projects/qortex/#qortex/gain"
    assert line.one("a").attributes["aria-label"] == "Full record qortex/gain"
    assert line.one("span.ev-chk").text == "Open to inspect"


def test_record_is_drawn_on_one_page_only(tmp_path: Path) -> None:
    drawn = draw(tmp_path)
    places = [path for path in drawn.paths if "qortex/gain" in drawn.tree(path).ids]
    assert places == [QORTEX]
    assert HOME not in places
