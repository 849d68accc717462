"""Events, and what each says of the stage."""

import pytest
from pydantic import ValidationError

from dossier.model.event import Event
from dossier.model.stages import NONE, Meaning


def event(what: str, **fields: str) -> Event:
    return Event.model_validate({"date": "2026-02-10", "what": what, **fields})


def test_event_says_a_stage_outright_whatever_its_words() -> None:
    assert event("Lunch", stage=" Interviewing ").meaning == Meaning("interviewing")
    assert event("Rejected", stage="closed").meaning == Meaning("closed", "rejected")
    assert event("Rejected", stage="applied").meaning == Meaning("applied")
    assert event("interview", stage=NONE).meaning == Meaning(NONE)
    assert not event("interview", stage=NONE).says_stage
    with pytest.raises(ValidationError):
        event("Lunch", stage="lunch")


def test_word_that_nobody_knows_is_no_stage() -> None:
    assert event("aplied").meaning is None
    assert not event("aplied").says_stage
