"""An entry is a plain value; what its methods do is what those of a pydantic model do."""

import copy
import pickle
from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import ValidationError

from dossier.model.application import Application
from dossier.model.base import Line, wrong
from dossier.model.entry import Entry
from dossier.model.evidence import EvidenceKind, Metric, Record
from dossier.model.marks import Key
from dossier.model.profile import Profile, Stated

RAW = {"id": "a", "claim": " C. ", "kind": "code", "check": "statement"}
METRIC = {"id": "m", "name": "n", "value": Decimal("1.50"), "before": 2}


class Span(Entry):
    """Fields that are compared, one of them under a key that Python has another use for."""

    since: Annotated[Line | None, Key("from")] = None
    until: Line | None = None

    def check_whole(self) -> None:
        """Refuse what ends as it begins."""
        if self.since == self.until:
            raise wrong("date-wrong", "it takes no time")


def test_values_are_read_and_the_rest_has_its_default() -> None:
    record = Record.model_validate(RAW)
    assert (record.claim, record.kind, record.metrics) == ("C.", EvidenceKind.CODE, ())
    assert record.model_fields_set == RAW.keys()
    assert Record.model_validate(record) is record


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(ValidationError) as caught:
        Record.model_validate({"id": "A b", "claim": "", "kind": "code", "chekc": 1})
    told = [(error["loc"], error["type"]) for error in caught.value.errors()]
    assert told == [
        (("id",), "id-form"),
        (("claim",), "string_too_short"),
        (("check",), "missing"),
        (("chekc",), "extra_forbidden"),
    ]
    assert caught.value.title == "Record"


def test_what_is_wrong_with_fields_together_is_told_of_the_whole() -> None:
    assert Span.model_validate({"from": "a", "until": "b"}).since == "a"
    with pytest.raises(ValidationError) as caught:
        Span.model_validate({"from": "a", "until": "a"})
    assert [(e["loc"], e["type"]) for e in caught.value.errors()] == [((), "date-wrong")]


def test_a_value_may_stand_for_an_entry() -> None:
    profile = Profile.model_validate({"name": "A", "email": "a@example.org"})
    assert profile.email == Stated(value="a@example.org")
    with pytest.raises(ValidationError) as caught:
        Profile.model_validate({"name": "A", "email": 5})
    assert [error["loc"] for error in caught.value.errors()] == [("email", "value")]


def test_an_entry_is_made_of_others_too() -> None:
    metric = Metric.model_validate(METRIC)
    (kept,) = Record.model_validate({**RAW, "metrics": [metric]}).metrics
    assert kept is metric
    with pytest.raises(ValidationError):
        Record.model_validate({**RAW, "metrics": [metric, Stated(value="x")]})


def test_a_copy_holds_something_else_unchecked() -> None:
    record = Record.model_validate(RAW)
    other = record.model_copy(update={"method": ""})
    assert (other.method, other.claim, record.method) == ("", "C.", None)
    assert other.model_fields_set == {*RAW, "method"}


def test_what_it_holds_is_told_as_plain_values() -> None:
    record = Record.model_validate({**RAW, "metrics": [METRIC]})
    assert record.model_dump(exclude_unset=True) == {
        **RAW,
        "claim": "C.",
        "metrics": (METRIC | {"value": (Decimal("1.50"),), "before": {"value": (Decimal(2),)}},),
    }
    assert record.model_dump(include={"id", "part", "claim"}, exclude_none=True) == {
        "id": "a",
        "claim": "C.",
    }
    assert "claim" not in record.model_dump(exclude={"claim"})
    span = Span(**{"from": "a"})
    assert span.model_dump() == {"since": "a", "until": None}
    assert span.model_dump(by_alias=True, exclude_none=True) == {"from": "a"}


def test_entries_are_equal_if_all_they_hold_is() -> None:
    one, same = Record.model_validate(RAW), Record.model_validate({**RAW, "claim": "C."})
    assert one == same
    assert hash(one) == hash(same)
    assert one != Record.model_validate({**RAW, "id": "b"})
    assert Stated(value="x") != Span(**{"from": "x"})
    assert repr(Span(until="b")) == "Span(since=None, until='b')"


def test_it_can_be_copied_and_sent() -> None:
    application = Application.model_validate({"company": "A", "roles": [{"id": "r", "title": "T"}]})
    for other in (copy.deepcopy(application), pickle.loads(pickle.dumps(application))):  # noqa: S301
        assert other == application
        assert other.model_fields_set == {"company", "roles"}
