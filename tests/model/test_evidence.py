from typing import Any

import pytest
from pydantic import ValidationError

from dossier.model.audience import Audience
from dossier.model.evidence import EvidenceFile, Record, RecordStatus

RECORD: dict[str, Any] = {"id": "gain", "claim": "Better", "kind": "code", "check": "inspect"}


def test_record_is_shipped_and_of_its_files_audience_unless_it_says_otherwise() -> None:
    record = Record.model_validate(RECORD)
    assert record.status is RecordStatus.SHIPPED
    assert record.audience is None
    assert EvidenceFile().audience is Audience.PRIVATE


@pytest.mark.parametrize("term", [{"valid_until": "2027"}, {"review_every": "180d"}, {}])
def test_record_has_one_term_of_freshness(term: dict[str, str]) -> None:
    assert Record.model_validate(RECORD | term).id == "gain"


def test_record_with_two_terms_of_freshness_is_refused() -> None:
    with pytest.raises(ValidationError) as caught:
        Record.model_validate(RECORD | {"valid_until": "2027", "review_every": "180d"})
    assert [error["type"] for error in caught.value.errors()] == ["date-wrong"]


def test_record_is_seen_as_a_whole() -> None:
    assert Record.whole
    assert EvidenceFile.whole
