from decimal import Decimal

import pytest

from dossier.assistants.vouching import (
    CLAIM,
    asked,
    confirmed,
    introduced,
    read_value,
)
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.library import RecordEntry
from dossier.plain.yaml import construct
from tests.builders import MINIMAL, tree_of

TEXT = """\
# mine
evidence:
  - id: loads   # from memory
    claim: Loads take 11 min on 14 clinics
    kind: production
    check: statement
    status: unconfirmed
    metrics:
      - {id: time, name: load time of 9 clinics, value: 11, unit: min, before: 95}
      - {id: span, name: span, value: [2, 3], before: {value: 4, unit: h}}
    limits: Only 2 nights
"""


def entry_of(text: str = TEXT) -> RecordEntry:
    files = {**MINIMAL, "content/evidence/mine.yml": text}
    return assemble(tree_of(files), Audience.PRIVATE)[0].records["mine/loads"]


def test_values_are_asked_for_without_a_number() -> None:
    every = list(asked(entry_of(), "en"))
    assert [(each.of, each.unit, each.shown) for each in every] == [
        ("load time of … clinics", "min", "11 min"),
        ("load time of … clinics, before", "min", "95 min"),
        ("span", "", "2–3"),
        ("span, before", "h", "4 h"),
        ("the figure in the claim", "", "14"),
    ]
    assert every[-1].path == CLAIM
    said = " ".join(text for _, text in introduced(entry_of().record, "en"))
    assert said == "Loads take … on … clinics Only …"


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("11", ["11"]),
        ("11.50 min", ["11.50"]),
        ("1,000", ["1000"]),
        ("2 to 3", ["2", "3"]),
        ("2-3", ["2", "3"]),
        ("3 to 2", None),
        ("about ten", None),
        ("", None),
        ("1 2 3", None),
    ],
)
def test_what_an_answer_says(answer: str, value: list[str] | None) -> None:
    found = read_value(answer)
    assert (found and [str(number) for number in found]) == value


def test_other_values_and_the_status_are_all_that_changes() -> None:
    entry = entry_of()
    values = {each.path: each.written for each in asked(entry, "en") if each.path != CLAIM}
    for path in values:
        other = {path: (Decimal("7.50"),)}
        text = confirmed(entry, entry.source, "shipped", other)
        assert text
        assert "# mine\n" in text
        assert "   # from memory\n" in text
        wanted = construct(TEXT, "")[0]
        record = wanted["evidence"][0]
        record["status"] = "shipped"
        metric, key = record["metrics"][path[1]], path[2]
        if isinstance(metric[key], dict):
            metric[key]["value"] = Decimal("7.50")
        else:
            metric[key] = Decimal("7.50")
        assert construct(text, "")[0] == wanted
        assert "7.50" in text
