import pytest

from dossier.model.audience import Audience
from tests.builders import edited, problems_of

DOSSIER = "content/applications/acme/index.md"


@pytest.mark.parametrize(
    "fields",
    [
        "status: closed\noutcome: rejected",
        "events: [{date: 2026, what: closed}]\noutcome: rejected",
        "events: [{date: 2026, what: Rejected}]",
    ],
)
def test_dossier_that_is_closed_says_how_it_ended(fields: str) -> None:
    assert problems_of(edited(DOSSIER, "lead:", f"{fields}\nlead:")) == []


@pytest.mark.parametrize(
    "fields", ["outcome: rejected", "status: closed", "status: offer\noutcome: accepted"]
)
def test_outcome_and_status_that_disagree_are_told_to_the_author_only(fields: str) -> None:
    files = edited(DOSSIER, "lead:", f"audience: public\n{fields}\nlead:")
    assert [p.rpartition("[")[2] for p in problems_of(files)] == ["outcome-unsuited]"]
    assert problems_of(files, Audience.PUBLIC) == problems_of(files, Audience.SHARED) == []


def test_event_that_says_another_outcome_is_told() -> None:
    fields = "events: [{date: 2026-02-10, what: Rejected}]\noutcome: accepted"
    told = problems_of(edited(DOSSIER, "lead:", f"{fields}\nlead:"))
    assert told[0].endswith(
        "the outcome is accepted, but `Rejected`, 10 Feb 2026, says rejected [outcome-unsuited]"
    )
