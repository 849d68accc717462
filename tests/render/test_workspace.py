"""What only the author sees: the pipeline, the matrix, what to strengthen, the problems."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.plain.problems import Place, Problem, warning
from dossier.render.page import Page
from dossier.render.workspace import draw_problems
from tests.html import Node, active, parse
from tests.render.fixtures import (
    ACME,
    APPLICATIONS,
    dossier,
    draw,
    evidence,
    free_page,
    record,
    renderer,
    role,
    row,
)

RECORDS = evidence(
    record("gain"),
    record("stale", valid_until="2026-02"),
    record("said", check="statement"),
)


def applications(
    root: Path,
    dossiers: Mapping[str, str],
    *,
    audience: Audience = Audience.PRIVATE,
    as_of: date = date(2026, 3, 1),
) -> Node:
    """Draw the page of all applications; the minimal site's own dossier is not among them."""
    files = {f"content/{ACME}": "", "content/evidence/qortex.yml": RECORDS}
    files |= {f"content/applications/{name}/index.md": text for name, text in dossiers.items()}
    return draw(root, files, audience=audience, as_of=as_of).tree(APPLICATIONS)


def lines(page: Node) -> list[Node]:
    return page.one("table.ev-pipe").one("tbody").all("tr")


# The pipeline.


def test_pipeline_has_a_line_a_role(tmp_path: Path) -> None:
    page = applications(
        tmp_path,
        {
            "acme": dossier(
                roles=[role("ml", fit=5), role("be", fit=3.5)],
                proof_points=[row("a"), row("b", strength="moderate", note="n", roles=["ml"])],
                status="applied",
                next={"do": "Ask *them*", "due": "2026-03-02"},
            ),
            "none": dossier(company="No roles", title="Something"),
        },
    )
    found = [
        [cell.text for cell in node.children if isinstance(cell, Node)] for node in lines(page)
    ]
    assert found == [
        [
            "Acme Role ml",
            "Applied",
            "5 / 5",
            "75% 1 covered, 1 partial of 2; 1 of the 1 covered linked to a source",
            "Ask them by 2 Mar 2026",
        ],
        [
            "Acme Role be",
            "Applied",
            "3.5 / 5",
            "100% 1 covered of 1; 1 of the 1 covered linked to a source",
            "Ask them by 2 Mar 2026",
        ],
        ["No roles Something", "Drafting", "", "n/a nothing asked", "nothing planned"],
    ]
    assert [node.links()["Acme"] for node in lines(page)[:2]] == ["acme/", "acme/"]


def test_percentage_never_stands_without_its_counts(tmp_path: Path) -> None:
    page = applications(tmp_path, {"acme": dossier(proof_points=[row("a")])})
    badge = page.one("span.ev-badge").text
    assert badge == "100% 1 covered of 1; 1 of the 1 covered linked to a source"
    assert page.one("span.ev-bar").attributes["aria-label"] == (
        "Coverage 100%: 1 covered of 1; 1 of the 1 covered linked to a source"
    )


@pytest.mark.parametrize(
    ("as_of", "said", "is_overdue"),
    [
        (date(2026, 3, 1), "by 1 Mar 2026", False),
        (date(2026, 3, 2), "overdue since 1 Mar 2026", True),
    ],
)
def test_next_step_is_overdue_by_the_day_of_the_build(
    as_of: date, said: str, tmp_path: Path, *, is_overdue: bool
) -> None:
    step = {"do": "Ask", "due": "2026-03-01"}
    page = applications(tmp_path, {"acme": dossier(next=step)}, as_of=as_of)
    assert lines(page)[0].one("td.nx").text == f"Ask {said}"
    assert page.has("small.ev-due") is is_overdue
    assert tiles(page)[-1] == f"{int(is_overdue)} next steps overdue"


def test_next_step_without_a_date_says_so(tmp_path: Path) -> None:
    page = applications(tmp_path, {"acme": dossier(next={"do": "Ask"})})
    assert lines(page)[0].one("td.nx").text == "Ask no date"


def test_next_step_may_speak_of_a_row(tmp_path: Path) -> None:
    text = dossier(next={"do": "Learn [Rust](proof:a)"}, proof_points=[row("a")])
    page = applications(tmp_path, {"acme": text})
    assert lines(page)[0].one("td.nx").links() == {"Rust": "acme/#proof-a"}


def test_filter_has_a_choice_a_stage_that_there_is(tmp_path: Path) -> None:
    page = applications(
        tmp_path,
        {
            "a": dossier(status="closed", outcome="rejected", roles=[role("x"), role("y")]),
            "b": dossier(status="saved"),
            "c": dossier(events=[{"date": "2026", "what": "closed"}], status="saved"),
        },
    )
    choices = page.one("fieldset.ev-filter")
    assert choices.one("legend").text == "Show"
    assert choices.texts("label") == ["All 4", "Saved 1", "Closed 3"]
    boxes = choices.all("input")
    assert [node.attributes["id"] for node in boxes] == ["f-all", "f-saved", "f-closed"]
    assert [node.attributes["for"] for node in choices.all("label")] == [
        node.attributes["id"] for node in boxes
    ]
    assert ["checked" in node.attributes for node in boxes] == [True, False, False]
    assert {node.attributes["name"] for node in boxes} == {"f"}
    stages = [node.attributes["data-stage"] for node in lines(page)]
    assert stages == ["closed", "closed", "saved", "closed"]
    assert [node.one("span.ev-stage").text for node in lines(page)] == [
        "Closed, rejected",
        "Closed, rejected",
        "Saved",
        "Closed",
    ]


def test_single_stage_needs_no_filter(tmp_path: Path) -> None:
    page = applications(tmp_path, {"a": dossier(), "b": dossier()})
    assert not page.has("fieldset")


def test_public_pipeline_has_neither_stage_nor_fit_nor_plans(tmp_path: Path) -> None:
    text = dossier(
        audience="public",
        status="interviewing",
        next={"do": "Ask"},
        roles=[role("ml", fit=5)],
        proof_points=[row("a", strength="none", evidence=[])],
    )
    hidden = dossier(company="Hidden", status="applied")
    page = applications(tmp_path, {"a": text, "b": hidden}, audience=Audience.PUBLIC)
    assert page.texts("h2") == ["Open dossiers"]
    assert page.one("table.ev-pipe").texts("th") == ["Company and role", "Evidence", "Acme Role ml"]
    assert not any(page.has(f".ev-{name}") for name in ("stage", "fit", "filter", "heat", "next"))
    assert not page.has("ul.ev-metrics--tiles")
    assert "data-stage" not in lines(page)[0].attributes
    for word in ("Hidden", "Interviewing", "Ask", "5 / 5", "Strengthen", "overdue"):
        assert word not in page.text


def test_empty_pipeline_says_what_to_do(tmp_path: Path) -> None:
    page = applications(tmp_path, {})
    first, second, third = page.texts("div.ev-empty")
    assert first.startswith("No applications yet.")
    assert "content/applications/<company>/index.md" in first
    assert second.startswith("No requirements yet.")
    assert third.startswith("Nothing to strengthen.")
    assert not page.has("table")
    assert tiles(page) == [
        "0 roles in 0 dossiers",
        "0 in conversation",
        "0 / 0 requirements with evidence that counts",
        "0 next steps overdue",
    ]


# The tiles.


def tiles(page: Node) -> list[str]:
    return [
        f"{node.one('span.ev-metric__v').text} {node.one('span.ev-metric__l').text}"
        for node in page.one("ul.ev-metrics--tiles").all("li")
    ]


def test_tiles_sum_up_all_dossiers(tmp_path: Path) -> None:
    late = {"do": "x", "due": "2026-02"}
    rows = [
        row("a"),
        row("b", strength="moderate", note="n"),
        row("c", strength="weak", note="n"),
        row("d", evidence=["qortex/said"]),
        row("e", accepted="no"),
    ]
    page = applications(
        tmp_path,
        {
            "a": dossier(
                status="screening", roles=[role("x"), role("y")], proof_points=rows, next=late
            ),
            "b": dossier(status="offer", next=late),
            "c": dossier(status="interviewing", next={"do": "x", "due": "2026-04"}),
            "d": dossier(status="applied", next={"do": "x"}),
        },
    )
    assert tiles(page) == [
        "5 roles in 4 dossiers",
        "3 in conversation",
        "4 / 8 requirements with evidence that counts",
        "2 next steps overdue",
    ]


def test_single_role_is_one_role(tmp_path: Path) -> None:
    assert tiles(applications(tmp_path, {"a": dossier()}))[0] == "1 role in 1 dossier"


# The matrix.


def matrix(page: Node) -> tuple[list[str], list[list[str]], list[str]]:
    """Return the titles of the columns, the lines, and the totals."""
    table = page.one("table.ev-heat")
    body = [
        [cell.text for cell in node.children if isinstance(cell, Node)]
        for node in table.one("tbody").all("tr")
    ]
    return table.one("thead").texts("th"), body, table.one("tfoot").texts("td")


def test_matrix_is_concepts_by_roles_weakest_first(tmp_path: Path) -> None:
    page = applications(
        tmp_path,
        {
            "acme": dossier(
                roles=[role("ml"), role("be")],
                proof_points=[
                    row("r1", concept="strong-thing", strength="direct"),
                    row("r2", concept="asked-twice"),
                    row("r3", concept="rust", strength="weak", note="n", roles=["be"]),
                    row("r4", concept="gap", strength="none", evidence=[], roles=["ml"]),
                ],
            ),
            "other": dossier(
                company="Other",
                proof_points=[
                    row("x", concept="asked-twice", strength="moderate", note="n"),
                    row("own-id", strength="moderate", note="n"),
                    row("y", concept="strong-thing"),
                ],
            ),
            "gone": dossier(company="Gone", status="closed", proof_points=[row("z", concept="no")]),
        },
    )
    columns, body, totals = matrix(page)
    assert columns == ["Concept", "Acme Role ml", "Acme Role be", "Other", "Asked"]
    assert body == [
        ["Gap", "None yet", "Not asked", "Not asked", "1"],
        ["Rust", "Not asked", "Weak", "Not asked", "1"],
        ["Asked twice", "Strong", "Strong", "Moderate", "3"],
        ["Own id", "Not asked", "Not asked", "Moderate", "1"],
        ["Strong thing", "Direct", "Direct", "Strong", "3"],
    ]
    assert totals == [
        "2 covered, 1 missing of 3",
        "2 covered, 1 weak of 3",
        "1 covered, 2 partial of 3",
        "",
    ]
    assert page.texts("p.ev-sub")[0] == "5 concepts that the open roles ask for, weakest first."


def test_cell_leads_to_its_row_and_is_named(tmp_path: Path) -> None:
    rows = [row("one", concept="rust"), row("two", concept="rust", strength="weak", note="n")]
    page = applications(tmp_path, {"acme": dossier(roles=[role("ml")], proof_points=rows)})
    (cell,) = [node for node in page.one("table.ev-heat").all("td") if node.has("a")]
    # Of two rows the weaker is shown.
    assert cell.attributes["data-s"] == "weak"
    assert cell.links() == {"Weak": "acme/#proof-two"}
    assert cell.one("a").attributes["aria-label"] == "Rust: Weak"
    assert page.one("table.ev-heat").one("thead").links() == {"Acme": "acme/"}


def test_matrix_scrolls_by_keyboard_and_has_a_name(tmp_path: Path) -> None:
    page = applications(tmp_path, {"acme": dossier(proof_points=[row("a")])})
    region = page.one("div.ev-scroll")
    assert region.attributes["role"] == "region"
    assert region.attributes["tabindex"] == "0"
    assert region.attributes["aria-label"].startswith("Coverage matrix")


def test_legend_has_the_strengths_of_the_matrix_best_first(tmp_path: Path) -> None:
    rows = [row("a", strength="weak", note="n"), row("b", strength="direct")]
    page = applications(tmp_path, {"acme": dossier(proof_points=rows)})
    assert page.all("p.ev-legend")[-1].text == "DirectWeakBlank: not asked for"


# What to strengthen.


def items(page: Node) -> list[tuple[str, str, str]]:
    return [
        (
            node.one("h3").text,
            node.one("span.mv").text,
            node.one("div.ev-next__fx").texts("span")[-1],
        )
        for node in page.one("ol.ev-next").all("li")
    ]


def test_strengthen_is_ranked_by_roles_times_steps(tmp_path: Path) -> None:
    page = applications(
        tmp_path,
        {
            "acme": dossier(
                roles=[role("ml"), role("be"), role("fe")],
                proof_points=[
                    row("a", concept="three-moderate", strength="moderate", note="n"),
                    row("b", concept="two-weak", strength="weak", note="n", roles=["ml", "be"]),
                    row("c", concept="one-gap", strength="none", evidence=[], roles=["ml"]),
                    row("d", concept="one-stale", evidence=["qortex/stale"], roles=["fe"]),
                    row("e", concept="a-claim", evidence=["qortex/said"], roles=["fe"]),
                    row("f", concept="fine"),
                    row("g", concept="waived", strength="none", accepted="no"),
                ],
            ),
            "gone": dossier(
                status="closed", proof_points=[row("x", strength="none", concept="no")]
            ),
        },
    )
    assert items(page) == [
        ("Two weak", "WeaktoStrong", "Raises 2 roles"),
        ("One gap", "None yettoStrong", "Raises 1 role"),
        ("Three moderate", "ModeratetoStrong", "Raises 3 roles"),
        ("A claim", "UnproventoProven", "Raises 1 role"),
        ("One stale", "UnproventoProven", "Raises 1 role"),
    ]


def test_strengthen_counts_a_role_once_and_says_who_asks(tmp_path: Path) -> None:
    page = applications(
        tmp_path,
        {
            "acme": dossier(
                proof_points=[
                    row("a", concept="rust", strength="weak", note="n"),
                    row("b", concept="rust", strength="moderate", note="n"),
                    row("c", concept="rust"),
                ]
            ),
            "other": dossier(
                company="Other", proof_points=[row("x", concept="rust", strength="none")]
            ),
        },
    )
    assert items(page) == [("Rust", "None yettoStrong", "Raises 2 roles")]
    why = page.one("ol.ev-next").one("p")
    assert why.text == "Nothing to show yet. Asked by Acme, Acme, Other."
    assert [node.attributes["href"] for node in why.all("a")] == [
        "acme/#proof-a",
        "acme/#proof-b",
        "other/#proof-x",
    ]


def test_strengthen_says_why(tmp_path: Path) -> None:
    page = applications(
        tmp_path, {"acme": dossier(proof_points=[row("a", evidence=["qortex/stale"])])}
    )
    assert page.one("ol.ev-next").one("p").text == (
        "Expired: qortex/stale since 28 Feb 2026. Asked by Acme."
    )


# The page and its directives.


def test_page_has_its_parts_for_the_author(tmp_path: Path) -> None:
    drawn = draw(tmp_path)
    page = drawn.tree(APPLICATIONS)
    assert page.texts("h2") == ["Pipeline", "Coverage", "Strengthen next"]
    subnav = page.one("nav.ev-subnav")
    assert list(subnav.links().values()) == ["#pipeline", "#coverage", "#strengthen"]
    found = drawn.page(APPLICATIONS)
    assert isinstance(found, Page)
    assert [h.anchor for h in found.headings] == ["pipeline", "coverage", "strengthen"]
    assert {h.anchor for h in found.headings} <= set(page.ids)


def test_public_page_has_one_part(tmp_path: Path) -> None:
    files = {f"content/{ACME}": dossier(audience="public")}
    drawn = draw(tmp_path, files, audience=Audience.PUBLIC)
    found = drawn.page(APPLICATIONS)
    assert isinstance(found, Page)
    assert [h.title for h in found.headings] == ["Open dossiers"]
    assert not found.is_private


def test_directives_draw_the_parts_on_a_private_page(tmp_path: Path) -> None:
    files = {
        f"content/{ACME}": dossier(
            next={"do": "See [a](proof:a)"}, proof_points=[row("a", strength="weak", note="n")]
        ),
        "content/desk.md": free_page(
            "```pipeline\n```\n\n```matrix\n```\n\n```strengthen\n```\n", audience="private"
        ),
    }
    page = draw(tmp_path, files).tree("desk.md")
    assert page.one("td.nx").links() == {"a": "../applications/acme/#proof-a"}
    assert page.one("table.ev-heat").links()["Weak"] == "../applications/acme/#proof-a"
    assert page.one("ol.ev-next").links() == {"Acme": "../applications/acme/#proof-a"}


# The problems.


def test_problems_stand_errors_first_with_place_code_and_cure(tmp_path: Path) -> None:
    problems = (
        warning("source-missing", Place("content/a.yml", 3, 4), "no source", "name one"),
        Problem("yaml-tag", Place("content/z.yml", 1, 2), "the tag `<b>` is not read"),
        Problem("yaml-tag", Place("content/b.yml", 9, 1), "<script>alert(1)</script>", "<i>x</i>"),
    )
    found = draw_problems(renderer(tmp_path), problems, silenced=2)
    page = parse(found.html)
    assert page.one("p.ev-lede").text == "2 errors, 1 warning, 2 silenced with a reason."
    body = [
        [cell.text for cell in node.children if isinstance(cell, Node)]
        for node in page.one("tbody").all("tr")
    ]
    assert body == [
        ["content/b.yml:9:1", "<script>alert(1)</script> yaml-tag<i>x</i>", "error"],
        ["content/z.yml:1:2", "the tag <b> is not read yaml-tag", "error"],
        ["content/a.yml:3:4", "no source source-missingname one", "warning"],
    ]
    assert active(page) == []
    assert found.is_private


def test_site_without_problems_says_so(tmp_path: Path) -> None:
    page = draw(tmp_path).tree("problems.md")
    assert page.one("p.ev-lede").text == "0 errors, 0 warnings."
    assert page.one("div.ev-empty").text.startswith("Nothing is wrong.")


def test_problems_of_the_content_are_on_the_page(tmp_path: Path) -> None:
    page = draw(tmp_path, {"content/about.md": free_page("[x](evidence:no/no)\n")}).tree(
        "problems.md"
    )
    assert page.texts("span.ev-id") == ["evidence-unknown"]
    assert page.texts("code")[0].startswith("content/about.md:4:")
