from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from dossier.model.application import (
    Application,
    Outcome,
    Priority,
    ProofPoint,
    Role,
    Status,
)
from dossier.model.audience import Audience
from dossier.model.base import shape
from dossier.model.posting import Posting

PRIVATE, _, SHARED, _ = Audience
LATE = date(2026, 12, 31)


def application(**fields: Any) -> Application:  # noqa: ANN401 - raw values
    return Application.model_validate({"company": "Acme", **fields})


def row(row_id: str, *roles: str) -> dict[str, object]:
    return {"id": row_id, "requirement": "R", "strength": "none", "roles": list(roles)}


def test_who_sees_what_of_a_dossier_is_as_specified() -> None:
    shared = {"company", "title", "roles", "proof_points"}
    assert {key for key, field in shape(Application).items() if field.audience is SHARED} == shared
    assert {key for key, field in shape(Role).items() if field.audience is SHARED} == {
        "id",
        "title",
        "url",
        "location",
    }
    assert {key for key, field in shape(ProofPoint).items() if field.audience is SHARED} == {
        *("id", "requirement", "quote", "priority", "roles"),
        *("evidence", "claim", "strength", "note", "override"),
    }


def test_nothing_of_a_dossier_is_public_by_itself() -> None:
    for model in (Application, Role, ProofPoint):
        assert Audience.PUBLIC not in {field.audience for field in shape(model).values()}


def test_dossier_is_private_and_being_drafted_unless_it_says_otherwise() -> None:
    assert application().audience is PRIVATE
    assert application().stage_on(LATE) is Status.DRAFTING


def test_dossier_is_private_or_public_and_never_shared_by_itself() -> None:
    assert application(audience="public").audience is Audience.PUBLIC
    with pytest.raises(ValidationError) as caught:
        application(audience="shared")
    assert [error["type"] for error in caught.value.errors()] == ["audience-unsuited"]


def test_row_is_a_must_for_every_role_unless_it_says_otherwise() -> None:
    entry = application(
        roles=[{"id": "ml", "title": "ML"}, {"id": "rust", "title": "Rust"}],
        proof_points=[row("a"), row("b", "rust"), row("c", "rust", "ml")],
    )
    assert [point.id for point in entry.rows_of("ml")] == ["a", "c"]
    assert [point.id for point in entry.rows_of("rust")] == ["a", "b", "c"]
    assert [point.id for point in entry.rows_of("")] == ["a"]
    assert entry.proof_points[0].priority is Priority.MUST


def test_row_is_found_by_its_id() -> None:
    entry = application(proof_points=[row("a"), row("b")])
    found = entry.row("b")
    assert found is not None
    assert found.id == "b"
    assert entry.row("c") is None


@pytest.mark.parametrize(
    ("events", "stage"),
    [
        ([], Status.APPLIED),
        ([("2026-02", "Mail from Bo")], Status.APPLIED),
        ([("2026-02", "screening")], Status.SCREENING),
        ([("2026-02", "offer"), ("2026-01", "screening")], Status.OFFER),
        ([("2026-02", "screening"), ("2026-02", "interviewing")], Status.INTERVIEWING),
        ([("2026-02", "interviewing"), ("2026-02-27", "screening")], Status.INTERVIEWING),
        ([("2026", "closed"), ("2026-11", "offer")], Status.CLOSED),
        ([("2026-02", "closed"), ("2026-03", "Thanks")], Status.CLOSED),
    ],
)
def test_last_event_that_names_a_status_decides(
    events: list[tuple[str, str]], stage: Status
) -> None:
    named = [{"date": day, "what": what} for day, what in events]
    assert application(status="applied", events=named).stage_on(LATE) is stage


def test_event_ahead_never_sets_the_stage() -> None:
    events = [
        {"date": "2026-02-12", "what": "technical interview"},
        {"date": "2026-02-10", "what": "applied"},
        {"date": "2026-03", "what": "offer"},
    ]
    entry = application(events=events)
    by_day = [entry.stage_on(date(2026, 2, day)) for day in (9, 10, 11, 12)]
    applied = Status.APPLIED
    assert by_day == [Status.DRAFTING, applied, applied, Status.INTERVIEWING]
    ahead = entry.ahead_of(date(2026, 2, 11))
    assert [event.what for event in ahead] == ["technical interview", "offer"]
    assert [event.what for event in entry.happened_by(date(2026, 2, 11))] == ["applied"]


@pytest.mark.parametrize(
    ("fields", "outcome"),
    [
        ({"events": [{"date": "2026", "what": "Rejected"}]}, Outcome.REJECTED),
        ({"events": [{"date": "2026", "what": "closed"}]}, None),
        (
            {"events": [{"date": "2026", "what": "Ghosted"}], "outcome": "withdrew"},
            Outcome.WITHDREW,
        ),
        ({"events": [{"date": "2026", "what": "no reply", "stage": "applied"}]}, None),
    ],
)
def test_event_that_closes_may_say_how_it_ended(
    fields: dict[str, object], outcome: Outcome | None
) -> None:
    assert application(**fields).outcome_on(LATE) is outcome


@pytest.mark.parametrize("given", ["Applied", " APPLIED ", "applied"])
def test_status_is_read_in_any_case(given: str) -> None:
    assert application(status=given).status is Status.APPLIED
    assert application(outcome="No-Response").outcome is Outcome.NO_RESPONSE


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ({"status": "hired"}, "write `status: closed` and `outcome: accepted`"),
        ({"status": "Ghosted"}, "write `status: closed` and `outcome: no-response`"),
        ({"status": "phone screen"}, "write `status: screening`"),
        ({"outcome": "ghosted"}, "write `outcome: no-response`"),
    ],
)
def test_status_in_other_words_is_told_with_the_right_ones(
    fields: dict[str, str], hint: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        application(**fields)
    (error,) = caught.value.errors()
    assert (error["type"], error["ctx"]["hint"]) == ("value-unknown", hint)


@pytest.mark.parametrize("live", [True, False, "unknown"])
def test_posting_lives_or_not_or_nobody_knows(live: object) -> None:
    assert Posting.model_validate({"live": live}).live == live
    assert Posting().live == "unknown"


@pytest.mark.parametrize("live", ["yes", "true", 1, None, "Unknown", []])
def test_posting_lives_in_no_other_words(live: object) -> None:
    with pytest.raises(ValidationError) as caught:
        Posting.model_validate({"live": live})
    assert [error["type"] for error in caught.value.errors()] == ["value-unknown"]


@pytest.mark.parametrize(
    ("status", "events", "sent"),
    [
        ("saved", (), False),
        ("drafting", (), False),
        ("applied", (), True),
        ("screening", (), True),
        ("interviewing", (), True),
        ("offer", (), True),
        ("closed", (), False),
        ("drafting", ("applied",), True),
        ("drafting", ("applied", "closed"), True),
        ("drafting", ("saved", "closed"), False),
        ("applied", ("applied", "drafting"), False),
    ],
)
def test_a_dossier_was_sent_once_it_was_applied_with(
    status: str, events: tuple[str, ...], *, sent: bool
) -> None:
    dated = [{"date": f"2026-02-{day:02}", "what": what} for day, what in enumerate(events, 1)]
    assert application(status=status, events=dated).was_sent_on(LATE) is sent
