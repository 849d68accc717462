"""The list of roles: a line each, and a filter by stage."""

from datetime import date
from pathlib import Path

import pytest

from dossier.model.audience import Audience
from tests.html import Node
from tests.render.fixtures import applications, dossier, lines, role, row, tiles


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
            "75% 1 covered, 1 partial of 2; the covered one linked to a source",
            "Ask them by 2 Mar 2026, tomorrow",
        ],
        [
            "Acme Role be",
            "Applied",
            "3.5 / 5",
            "100% 1 covered of 1; the covered one linked to a source",
            "Ask them by 2 Mar 2026, tomorrow",
        ],
        ["No roles Something", "Drafting", "", "n/a nothing asked", "nothing planned"],
    ]
    assert [node.links()["Acme"] for node in lines(page)[:2]] == ["acme/", "acme/"]


def test_percentage_never_stands_without_its_counts(tmp_path: Path) -> None:
    page = applications(tmp_path, {"acme": dossier(proof_points=[row("a")])})
    badge = page.one("span.ev-badge").text
    assert badge == "100% 1 covered of 1; the covered one linked to a source"
    assert page.one("span.ev-bar").attributes["aria-label"] == (
        "Coverage 100%: 1 covered of 1; the covered one linked to a source"
    )


@pytest.mark.parametrize(
    ("as_of", "said", "is_overdue"),
    [
        (date(2026, 3, 1), "by 1 Mar 2026, today", False),
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
    assert ("1 next step overdue" in tiles(page)) is is_overdue


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
            "b": dossier(status="saved", roles=[role(f"r{number}") for number in range(7)]),
            "c": dossier(events=[{"date": "2026", "what": "closed"}], status="saved"),
        },
    )
    choices = page.one("fieldset.ev-filter")
    assert choices.one("legend").text == "Show"
    assert choices.texts("label") == ["All 10", "Saved 7", "Closed 3"]
    boxes = choices.all("input")
    assert [node.attributes["id"] for node in boxes] == ["f-all", "f-saved", "f-closed"]
    assert [node.attributes["for"] for node in choices.all("label")] == [
        node.attributes["id"] for node in boxes
    ]
    assert ["checked" in node.attributes for node in boxes] == [True, False, False]
    assert {node.attributes["name"] for node in boxes} == {"f"}
    stages = [node.attributes["data-stage"] for node in lines(page)]
    assert stages == [*["closed"] * 2, *["saved"] * 7, "closed"]
    words = [node.one("span.ev-stage").text for node in lines(page)]
    assert words == [*["Closed, rejected"] * 2, *["Saved"] * 7, "Closed"]


def test_few_roles_need_no_filter(tmp_path: Path) -> None:
    roles = [role(f"r{number}") for number in range(8)]
    files = {"a": dossier(roles=roles), "b": dossier(status="saved")}
    assert not applications(tmp_path, files).has("fieldset")


def test_next_event_ahead_stands_beside_the_next_step(tmp_path: Path) -> None:
    events = [{"date": "2026-03-04", "what": "Onsite"}, {"date": "2026-03-03", "what": "Panel"}]
    files = {
        "a": dossier(events=events),
        "b": dossier(events=events, next={"do": "Ask"}),
        "c": dossier(events=[{"date": "2026-02-04", "what": "applied"}]),
    }
    page = applications(tmp_path, files, as_of=date(2026, 3, 1))
    assert [node.one("td.nx").text for node in lines(page)] == [
        "Panel 3 Mar 2026, in 2 days",
        "Ask no date Panel 3 Mar 2026, in 2 days",
        "nothing planned",
    ]


def test_single_stage_needs_no_filter(tmp_path: Path) -> None:
    roles = [role(f"r{number}") for number in range(9)]
    page = applications(tmp_path, {"a": dossier(roles=roles), "b": dossier()})
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
