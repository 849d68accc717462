"""Roles: all that is known of each posting, and what it asks for in no row."""

from pathlib import Path

import pytest

from tests.render.fixtures import ACME, dossier, draw_dossier, renderer, role, row, section


def test_roles_stand_side_by_side_with_all_that_the_author_knows(tmp_path: Path) -> None:
    page = draw_dossier(
        tmp_path,
        roles=[
            role(
                "ml",
                url="https://example.org/job",
                location="Mountain View, CA",
                fit=3.5,
                assessment="The [match](evidence:qortex/gain)",
                compensation={
                    "posted": "none",
                    "estimate": "[9](figure:market)",
                    "source": "it",
                    "estimates": [{"estimate": "[11](figure:market)"}],
                },
                seniority="senior",
                mode="remote",
                posting={"posted": "2025-12", "checked": "2026-02", "live": "unknown"},
                asks=["Learned rankers", "Spark"],
            ),
            role("be"),
        ],
        proof_points=[row("a", requirement="A ranker that learns")],
    )
    ml, be = page.one("div.ev-roles").all("section")
    assert ml.one("h2").text == "Role ml"
    assert ml.attributes["aria-labelledby"] == ml.one("h2").attributes["id"] == "role-ml"
    assert ml.one("span.ev-fit").text == "3.5 / 5 fit"
    assert ml.one("p.ev-meta").text == (
        "Mountain View, CAsenior, remotePosting"
        "Posted Dec 2025, checked Feb 2026, not known whether still live"
    )
    assert ml.links()["Posting"] == "https://example.org/job"
    assert "The match (repeatable)" in ml.texts("p")
    assert ml.facts == [
        *(("Pay, posted", "none"), ("Pay, estimate", "9"), ("Pay, source", "it")),
        ("Pay, estimate", "11"),
    ]
    assert ml.texts("p.ev-note") == ["Asked for, but in no row: Spark"]
    assert be.texts("p") == [
        "",
        "100% covered: 1 covered of 1; the covered one linked to a source.",
    ]
    assert page.one("details.ev-formula").has("p")


@pytest.mark.parametrize(
    ("posting", "said"),
    [
        ({"live": True}, "Live"),
        ({"live": False, "checked": "2026-02-03"}, "Checked 3 Feb 2026, no longer live"),
        ({}, "Not known whether still live"),
    ],
)
def test_posting_says_what_is_known(posting: dict[str, object], said: str, tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, roles=[role("ml", posting=posting)])
    assert page.one("section").one("p.ev-meta").text == said


@pytest.mark.parametrize("fit", [0, 0.5, 3, 3.5, 5])
def test_fit_prints_as_typed_out_of_five(fit: float, tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, roles=[role("ml", fit=fit)])
    assert page.one("span.ev-fit").text == f"{fit} / 5 fit"


def test_ask_is_covered_by_rows_of_its_own_role_alone(tmp_path: Path) -> None:
    page = draw_dossier(
        tmp_path,
        roles=[role("ml", asks=["Rust"]), role("be", asks=["Rust"])],
        proof_points=[row("rust", roles=["be"])],
    )
    assert [node.has("p.ev-note") for node in page.all("section")] == [True, False]


def test_role_that_nothing_is_asked_of_has_no_ring(tmp_path: Path) -> None:
    section = draw_dossier(tmp_path, roles=[role("ml")]).one("section")
    assert not section.has("svg.ev-ring")
    assert "n/a covered: nothing asked." in section.text


def test_roles_directive_shows_the_postings(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, "## Notes\n\n```roles\n```\n", roles=[role("ml"), role("be")])
    assert section(page, "Notes").one("div.ev-roles").texts("h2") == ["Role ml", "Role be"]


def test_roles_directive_without_roles_shows_nothing(tmp_path: Path) -> None:
    assert (
        renderer(tmp_path, {f"content/{ACME}": dossier()}, page=ACME, application="acme").directive(
            "roles", ""
        )
        == ""
    )
